package dev.signet.scanner.library;

import dev.signet.scanner.language.Language;
import dev.signet.scanner.meaning.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The libraries of one language. Immutable and safe for many threads. */
public final class Libraries {

    private static final Map<Language, Libraries> ALL = all();

    private final boolean needsImport;
    private final List<Library> libraries;
    private final Map<String, List<Api>> byName = new LinkedHashMap<>();
    private final List<Api> endingAnyhow = new ArrayList<>();
    private final Set<String> loosening = new LinkedHashSet<>();

    private Libraries(boolean needsImport, List<Library> libraries) {
        this.needsImport = needsImport;
        this.libraries = libraries;
        for (Library library : libraries) {
            for (Api api : library.apis()) {
                if (api.use() == Use.LOOSEN) {
                    loosening.add(api.name().startsWith("*") ? "*" : api.name());
                }
                if (api.name().startsWith("*")) {
                    endingAnyhow.add(api);
                } else {
                    byName.computeIfAbsent(api.name(), _ -> new ArrayList<>()).add(api);
                }
            }
        }
    }

    private static Map<Language, Libraries> all() {
        Map<Language, Libraries> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Libraries(language.needsImport(), declared(language)));
        }
        return all;
    }

    private static List<Library> declared(Language language) {
        return switch (language) {
            case PYTHON -> PythonLibraries.all();
            case JAVA -> JavaLibraries.all();
            case KOTLIN -> KotlinLibraries.all();
            case JAVASCRIPT -> JavaScriptLibraries.all();
            case TYPESCRIPT -> JavaScriptLibraries.all();
            case TSX -> JavaScriptLibraries.all();
            case GO -> GoLibraries.all();
            case RUBY -> RubyLibraries.all();
            case PHP -> PhpLibraries.all();
            case C_SHARP -> CSharpLibraries.all();
            case RUST -> RustLibraries.all();
        };
    }

    public static Libraries of(Language language) {
        return ALL.getOrDefault(language, new Libraries(true, List.of()));
    }

    /** Whether something of that name, which is not called, leaves a check out. */
    public boolean mayLoosen(String name) {
        return loosening.contains(name) || loosening.contains("*");
    }

    public List<Library> libraries() {
        return libraries;
    }

    /** What of a library a file's symbol is, if any. The first declaration that fits counts. */
    public Optional<Api> find(Value.Symbol symbol) {
        return findAll(symbol).stream().findFirst();
    }

    /** All that a file's symbol may be, the most likely first. */
    public List<Api> findAll(Value.Symbol symbol) {
        if (!symbol.imported() && needsImport) {
            return List.of();
        }
        List<Api> candidates = byName.getOrDefault(symbol.lastName(), List.of());
        if (candidates.isEmpty() && endingAnyhow.isEmpty()) {
            return List.of();
        }
        String[] path = symbol.plainPath().split("\\.", -1);
        if (!symbol.imported() && path.length < 2) {
            return List.of();
        }
        return Stream.concat(candidates.stream(), endingAnyhow.stream())
                .filter(api -> api.path().matches(path))
                .toList();
    }

    /** What a method of that name is, whatever it is called on. */
    public List<Api> findMethod(String name) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(api -> api.path().fitsAnyReceiver())
                .toList();
    }

    /** Whether a full name, or one that goes on from it, is part of a library. */
    public boolean knows(String name) {
        String[] path = name.split("\\.", -1);
        return libraries.stream()
                .flatMap(library -> library.apis().stream())
                .anyMatch(api -> api.path().mayBegin(path));
    }
}
