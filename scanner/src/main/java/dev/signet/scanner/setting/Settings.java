package dev.signet.scanner.setting;

import dev.signet.scanner.source.Source;
import dev.signet.scanner.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads files with settings. Safe for many threads. */
public final class Settings {

    private Settings() {}

    /** How settings are written. */
    public enum Syntax {
        /** {@code KEY=value} for a shell or a container. */
        ENV,
        PROPERTIES,
        /** Sections of {@code key = value}, continued on indented lines. */
        INI,
        TOML,
        YAML,
        /** With comments and without quotes, too. */
        JSON,
        /** Blocks in braces: Terraform, HOCON, nginx. */
        BRACES,
        XML
    }

    /** A file's bytes, one character each. */
    public static String text(Source source) {
        return new String(source.bytes(), StandardCharsets.ISO_8859_1);
    }

    /** The entries of a whole file, in its order. */
    public static List<Setting> read(Syntax syntax, String text) {
        int start = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        return read(syntax, text, new Span(start, text.length()));
    }

    /** The entries of a part of a file, placed in the file. */
    public static List<Setting> read(Syntax syntax, String text, Span part) {
        Found found = new Found(text);
        switch (syntax) {
            case ENV -> new EnvReader(found, part).read();
            case PROPERTIES -> new PropertiesReader(found, part).read();
            case INI -> new TomlReader(found, part, true).read();
            case TOML -> new TomlReader(found, part, false).read();
            case YAML -> new YamlReader(found, part).read();
            case JSON -> json(found, part);
            case BRACES -> new BraceReader(found, part).read();
            case XML -> new XmlReader(found, part).read();
        }
        return found.settings;
    }

    /** One document after the other, each as a place of its own. */
    private static void json(Found found, Span part) {
        FlowReader reader = new FlowReader(found, ':');
        int at = part.start();
        while (at < part.end()) {
            at = Math.max(at + 1, reader.read(at, part.end(), Place.root()));
        }
    }

    /** What readers write to. */
    static final class Found {

        final String text;
        private final List<Setting> settings = new ArrayList<>();

        Found(String text) {
            this.text = text;
        }

        void value(Place place, Span name, String key, Span at, String value) {
            settings.add(new Setting(place, key, value, name, at, Setting.Kind.VALUE));
        }

        void element(Place place, Span at, String value) {
            settings.add(new Setting(place, "", value, at, at, Setting.Kind.ELEMENT));
        }

        void block(Place place, Span name, String key, Span at) {
            settings.add(new Setting(place, key, of(at), name, at, Setting.Kind.BLOCK));
        }

        void group(Place place, Span name, String key) {
            settings.add(new Setting(place, key, "", name, name, Setting.Kind.GROUP));
        }

        String of(Span at) {
            return text.substring(at.start(), at.end());
        }
    }
}
