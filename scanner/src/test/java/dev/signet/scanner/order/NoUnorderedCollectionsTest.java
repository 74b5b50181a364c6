package dev.signet.scanner.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.FileScan;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No collection of the scanner has another order in another process. {@code Set.of} and {@code
 * Map.of} are for constants that are only asked what they hold; they are made where a class begins.
 */
class NoUnorderedCollectionsTest {

    /** Their order depends on hashes, which may be those of identities, or on a salt. */
    private static final Set<String> UNORDERED =
            Set.of(
                    "java/util/HashMap.<init>",
                    "java/util/HashSet.<init>",
                    "java/util/Set.copyOf",
                    "java/util/Map.copyOf",
                    "java/util/stream/Collectors.toSet",
                    "java/util/stream/Collectors.toUnmodifiableSet",
                    "java/util/stream/Collectors.toUnmodifiableMap",
                    "java/util/stream/BaseStream.parallel",
                    "java/util/Collection.parallelStream");

    /** Those that are only looked up may know their keys by identity. */
    private static final Set<String> LOOKING_UP =
            Set.of("java/util/Set.iterator", "java/util/Set.stream", "java/util/Set.forEach");

    @Test
    void no_unordered_collection_is_made() throws Exception {
        List<Call> calls = calls();

        assertThat(calls).isNotEmpty();
        assertThat(calls).filteredOn(call -> UNORDERED.contains(call.what())).isEmpty();
    }

    @Test
    void what_is_walked_through_is_no_constant_set() throws Exception {
        assertThat(calls())
                .filteredOn(call -> LOOKING_UP.contains(call.what()))
                .extracting(Call::by)
                .allMatch(by -> ORDERED.stream().anyMatch(by::endsWith));
    }

    /** They walk through sets that are made in an order: of enums, sorted or linked. */
    private static final List<String> ORDERED =
            List.of(
                    "/ResultCache",
                    "/AuthorityCode",
                    "/Literals",
                    "/GoDeclarations",
                    "/Meaning",
                    "/ComparisonReport",
                    "/JsonReport",
                    "/TextReport",
                    "/SettingsReader");

    private record Call(String by, String what) {}

    private static List<Call> calls() throws Exception {
        Path classes =
                Path.of(FileScan.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Call> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                collect(file, found);
            }
        }
        return found;
    }

    private static void collect(Path file, List<Call> into) throws IOException {
        ClassModel model = ClassFile.of().parse(file);
        String by = model.thisClass().asInternalName();
        for (MethodModel method : model.methods()) {
            method.code()
                    .ifPresent(code ->
                            code.forEach(element -> {
                                if (element instanceof InvokeInstruction call) {
                                    String owner = call.owner().asInternalName();
                                    into.add(new Call(by, owner + "." + call.name().stringValue()));
                                }
                            }));
        }
    }
}
