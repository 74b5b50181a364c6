package dev.signet.scanner.library;

import dev.signet.scanner.language.Language;
import dev.signet.scanner.meaning.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The libraries of one language, as its catalogue says: a text beside the class, which is read when
 * it is asked for first. Immutable and safe for many threads.
 */
public final class Libraries {

    private static final Map<Language, Libraries> READ = new ConcurrentHashMap<>();

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
                    loosening.add(api.name());
                }
                if (api.path().endsAnyhow()) {
                    endingAnyhow.add(api);
                } else {
                    byName.computeIfAbsent(api.name(), _ -> new ArrayList<>()).add(api);
                }
            }
        }
    }

    /** The libraries that files of a language can use. */
    public static Libraries of(Language language) {
        return READ.computeIfAbsent(catalogued(language), Libraries::read);
    }

    /** The language in whose catalogue the libraries of another one stand. */
    static Language catalogued(Language language) {
        return switch (language) {
            case KOTLIN -> Language.JAVA;
            case TYPESCRIPT, TSX -> Language.JAVASCRIPT;
            default -> language;
        };
    }

    private static Libraries read(Language language) {
        String text = text(language);
        return new Libraries(language.needsImport(), Catalogue.read(language.id() + ".lib", text));
    }

    /** The text of a language that has a catalogue of its own. */
    static String text(Language language) {
        String name = language.id() + ".lib";
        try (InputStream in = Libraries.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no catalogue " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        boolean bare = !symbol.imported() && path.length < 2;
        return Stream.concat(candidates.stream(), endingAnyhow.stream())
                .filter(api -> !bare || api.parts().size() == 1)
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
