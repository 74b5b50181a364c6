package dev.signet.e2e.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every module that the root's pom.xml names, held against the table of ARCHITECTURE.md. */
public final class Modules {

    private static final Pattern IN_POM = Pattern.compile("<module>([a-z0-9/-]+)</module>");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z0-9/-]+?)/?` \\|.*\\| ([^|]*) \\| (–|\\d+) \\|$");
    private static final String ALL = "all";
    private static final String NONE = "–";

    private final Map<String, Module> byFolder;
    private final Map<String, String> folderOfClass = new HashMap<>();

    private Modules(Map<String, Module> byFolder) {
        this.byFolder = byFolder;
        byFolder.values().forEach(this::noteClasses);
    }

    /** The modules of the project whose root is given. */
    public static Modules of(Path root) {
        List<MatchResult> rows =
                ROW.matcher(read(root.resolve("ARCHITECTURE.md"))).results().toList();
        Map<String, Set<String>> known = new TreeMap<>();
        rows.forEach(row -> known.put(row.group(1), names(row.group(2))));
        Map<String, Module> modules = new TreeMap<>();
        for (MatchResult row : rows) {
            if (row.group(3).equals(NONE)) {
                continue;
            }
            String folder = row.group(1);
            Set<String> reach = new TreeSet<>(Set.of(folder));
            spread(folder, known, reach);
            modules.put(folder, new Module(root, folder, reach, Integer.parseInt(row.group(3))));
        }
        return new Modules(modules);
    }

    /** The folders that the root's pom.xml builds from Java sources. */
    public static Set<String> inPom(Path root) {
        return IN_POM.matcher(read(root.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .filter(folder -> Files.isDirectory(root.resolve(folder).resolve("src")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<String> folders() {
        return byFolder.keySet();
    }

    public List<Module> all() {
        return List.copyOf(byFolder.values());
    }

    public Module named(String folder) {
        Module module = byFolder.get(folder);
        if (module == null) {
            throw new IllegalArgumentException("no module " + folder + " in ARCHITECTURE.md");
        }
        return module;
    }

    /** All but these. */
    public List<Module> without(String... folders) {
        Arrays.stream(folders).forEach(this::named);
        return all().stream().filter(m -> !List.of(folders).contains(m.folder())).toList();
    }

    /** The classes of all modules together, without their tests. */
    public JavaClasses code() {
        return new ClassFileImporter()
                .importPaths(
                        all().stream().map(Module::codeFolder).filter(Files::isDirectory).toList());
    }

    /** The module that a class belongs to; empty for one that is not of this project. */
    public Optional<String> folderOf(JavaClass type) {
        return Optional.ofNullable(folderOfClass.get(type.getBaseComponentType().getFullName()));
    }

    private void noteClasses(Module module) {
        Bytecode.classFiles(module.codeFolder())
                .forEach(file ->
                        folderOfClass.put(
                                Bytecode.className(module.codeFolder(), file), module.folder()));
    }

    private static void spread(String folder, Map<String, Set<String>> known, Set<String> reach) {
        for (String next : known.getOrDefault(folder, Set.of())) {
            if (next.equals(ALL)) {
                reach.addAll(known.keySet());
            } else if (reach.add(next)) {
                spread(next, known, reach);
            }
        }
    }

    private static Set<String> names(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.equals(NONE))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
