package dev.signet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.testkit.MovableClock;
import dev.signet.verifier.authority.ServiceCredential;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A service that embeds the verifier gets no means to make a token. */
class NothingToSignWithTest {

    private static final Pattern TYPE_NAME =
            Pattern.compile("(?:java|javax|jdk|sun|com|dev|org|io|net)(?:/[A-Za-z0-9_$]+)+");

    private static final List<String> ALLOWED =
            List.of(
                    "java/",
                    "dev/signet/verifier/",
                    "dev/signet/token/",
                    "org/slf4j/",
                    "org/jspecify/annotations/");

    private static final List<String> FORBIDDEN =
            List.of(
                    "java/security/Signature",
                    "java/security/PrivateKey",
                    "java/security/KeyPair",
                    "java/security/KeyStore",
                    "javax/",
                    "dev/signet/token/key/SigningKey",
                    "dev/signet/token/access/TokenIssuer",
                    "dev/signet/token/feed/FeedCodec",
                    "dev/signet/token/jose/JwsWriter",
                    "java/lang/reflect/",
                    "java/lang/invoke/MethodHandles$Lookup.find");

    /** All names of types in the constant pools of the module's classes. */
    private static Set<String> referencedTypes() throws IOException, URISyntaxException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes())) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .forEach(file -> names.addAll(typesIn(file)));
        }
        return names;
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(Verifier.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static Set<String> typesIn(Path file) {
        try {
            Matcher matcher =
                    TYPE_NAME.matcher(
                            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            return matcher.results().map(found -> found.group()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void no_class_names_anything_that_signs_or_holds_a_private_key() throws Exception {
        assertThat(referencedTypes())
                .contains("dev/signet/token/access/TokenValidator")
                .noneMatch(name -> FORBIDDEN.stream().anyMatch(name::startsWith));
    }

    @Test
    void the_module_uses_what_its_readme_names_and_nothing_else() throws Exception {
        assertThat(referencedTypes())
                .isNotEmpty()
                .allMatch(name -> ALLOWED.stream().anyMatch(name::startsWith));
    }

    @Test
    void each_dependency_of_the_pom_is_named_in_the_readme() throws Exception {
        Path module = Path.of(System.getProperty("signet.root"), "verifier");
        String pom = Files.readString(module.resolve("pom.xml"));
        String readme = Files.readString(module.resolve("README.md"));
        List<String> shipped =
                Arrays.stream(pom.split("<dependency>"))
                        .skip(1)
                        .filter(dependency -> !dependency.contains("<scope>test</scope>"))
                        .map(dependency ->
                                dependency.replaceAll(
                                        "(?s).*<artifactId>(.*?)</artifactId>.*", "$1"))
                        .toList();

        assertThat(shipped).containsExactly("signet-token", "slf4j-api");
        assertThat(shipped).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void the_only_secret_in_a_verifier_is_its_service_credential() {
        try (Verifier verifier =
                Verifier.builder()
                        .authority(URI.create("http://127.0.0.1:1"))
                        .audiences(Set.of("a"))
                        .environment("test")
                        .credential(new ServiceCredential("svc", "sgs_topsecret"))
                        .clock(MovableClock.start())
                        .start()) {
            assertThat(verifier.status().toString()).doesNotContain("topsecret");
            assertThat(verifier.toString()).doesNotContain("topsecret");
        }
        assertThat(Arrays.stream(VerifierSettings.class.getDeclaredFields()).map(Field::getType))
                .filteredOn(type -> type.getSimpleName().matches(".*(Secret|Credential|Key).*"))
                .containsExactly(ServiceCredential.class);
    }

    @Test
    void entry_types_are_final_so_that_nobody_softens_them() {
        for (Class<?> type : List.of(Verifier.class, BearerFilter.class, VerifierBuilder.class)) {
            assertThat(Modifier.isFinal(type.getModifiers())).as(type.getName()).isTrue();
        }
    }
}
