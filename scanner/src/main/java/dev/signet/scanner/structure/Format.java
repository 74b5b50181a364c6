package dev.signet.scanner.structure;

import dev.signet.scanner.setting.Settings;
import dev.signet.scanner.words.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file is, by its name. */
enum Format {
    ENV(Optional.of(Settings.Syntax.ENV)),
    PROPERTIES(Optional.of(Settings.Syntax.PROPERTIES)),
    INI(Optional.of(Settings.Syntax.INI)),
    TOML(Optional.of(Settings.Syntax.TOML)),
    YAML(Optional.of(Settings.Syntax.YAML)),
    JSON(Optional.of(Settings.Syntax.JSON)),
    TERRAFORM(Optional.of(Settings.Syntax.BRACES)),
    CONF(Optional.of(Settings.Syntax.BRACES)),
    XML(Optional.of(Settings.Syntax.XML)),
    SHELL(Optional.empty()),
    DOCKERFILE(Optional.empty());

    /** Endings of files that are filled in before they are used. */
    private static final List<String> TEMPLATES =
            WordList.list(
                    """
                    .example .sample .template .tmpl .tpl .j2 .dist .erb .default .defaults .gotmpl
                    .mustache .hbs
                    """);

    private static final Set<String> TEMPLATE_WORDS =
            Set.of("example", "sample", "template", "dist", "tmpl", "tpl", "defaults");

    private static final Set<String> CODE =
            Set.of(
                    "ts", "js", "mjs", "cjs", "tsx", "jsx", "py", "go", "rb", "php", "java", "kt",
                    "rs", "cs", "md", "mdx", "txt", "rst", "d", "html", "vue", "svelte", "lock",
                    "svg", "log");

    private final Optional<Settings.Syntax> syntax;

    Format(Optional<Settings.Syntax> syntax) {
        this.syntax = syntax;
    }

    Optional<Settings.Syntax> syntax() {
        return syntax;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a file shows how another one should look. */
    static boolean isTemplate(String path) {
        String name = nameOf(path);
        for (String word : name.split("[._-]", 16)) {
            if (TEMPLATE_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    static Optional<Format> of(String path) {
        String name = plain(nameOf(path));
        String extension = name.substring(name.lastIndexOf('.') + 1);
        Optional<Format> known = special(name, extension, path);
        if (known.isPresent()) {
            return known;
        }
        return name.indexOf('.') < 0 ? Optional.empty() : ofExtension(extension);
    }

    /** Without what says that it is a template. */
    private static String plain(String name) {
        if (name.startsWith("_") && name.endsWith(".tpl")) {
            return name; // a chart's helper
        }
        for (String ending : TEMPLATES) {
            if (name.endsWith(ending) && name.length() > ending.length() + 1) {
                return plain(name.substring(0, name.length() - ending.length()));
            }
        }
        return name;
    }

    private static Optional<Format> special(String name, String extension, String path) {
        if (isDockerfile(name)) {
            return Optional.of(DOCKERFILE);
        }
        if (isEnv(name, extension) || path.contains("etc/default/")) {
            return Optional.of(ENV);
        }
        return switch (name) {
            case ".bashrc",
                    ".bash_profile",
                    ".profile",
                    ".zshrc",
                    ".zprofile",
                    "procfile",
                    "makefile",
                    "gnumakefile",
                    "justfile",
                    "entrypoint" ->
                    Optional.of(SHELL);
            case "jenkinsfile", "pipfile" -> Optional.of(name.equals("pipfile") ? TOML : CONF);
            default -> Optional.empty();
        };
    }

    private static boolean isDockerfile(String name) {
        return name.equals("dockerfile")
                || name.equals("containerfile")
                || name.startsWith("dockerfile.")
                || name.startsWith("dockerfile-")
                || name.endsWith(".dockerfile")
                || name.endsWith("-dockerfile");
    }

    private static boolean isEnv(String name, String extension) {
        if (CODE.contains(extension)) {
            return false;
        }
        boolean other = name.indexOf('.', 1) > 0 && ofExtension(extension).isPresent();
        return name.equals(".env")
                || name.equals("env")
                || name.equals(".flaskenv")
                || name.equals("dotenv")
                || name.equals(".dev.vars")
                || extension.equals("env")
                || extension.equals("envrc")
                || (!other
                        && (name.startsWith(".env")
                                || name.startsWith("env.")
                                || name.contains(".env.")
                                || name.startsWith("dotenv")));
    }

    private static Optional<Format> ofExtension(String extension) {
        return switch (extension) {
            case "sh", "bash", "zsh", "ksh", "bats", "mk", "command" -> Optional.of(SHELL);
            case "yml", "yaml", "tpl" -> Optional.of(YAML);
            case "json", "jsonc", "json5", "tfstate" -> Optional.of(JSON);
            case "toml" -> Optional.of(TOML);
            case "properties" -> Optional.of(PROPERTIES);
            case "ini", "cfg", "service", "cnf" -> Optional.of(INI);
            case "conf", "hocon", "groovy", "nginx", "vhost" -> Optional.of(CONF);
            case "tf", "tfvars", "hcl", "nomad" -> Optional.of(TERRAFORM);
            case "xml", "config", "props", "targets", "csproj", "fsproj", "vbproj", "settings" ->
                    Optional.of(XML);
            default -> Optional.empty();
        };
    }
}
