package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.meaning.Value;
import dev.signet.scanner.words.WordList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what reads the environment or settings. */
final class Environment {

    private static final Set<String> PLACES =
            WordList.set(
                    """
                    env environ environment getenv config configuration conf cfg settings setting
                    secrets secret vault properties props options opts vars viper dotenv appsettings
                    parameters params credentials ssm secretsmanager keyvault consul
                    """);

    private static final Set<String> WHOLE =
            Set.of("process.env", "import.meta.env", "Deno.env", "Bun.env", "os.environ");

    private static final Set<String> CALLED_PLACES = Set.of("config", "setting", "settings");

    private static final Set<String> GETTING =
            WordList.set(
                    """
                    get getenv env environ fetch read load require required lookup config conf settings
                    setting secret secrets param parameter property value var option resolve access must
                    find retrieve obtain string dig getattr bind expand query ask or from of
                    """);

    private static final Set<String> NOT_GETTING =
            WordList.set(
                    """
                    set put del delete unset remove log warn error info debug print println printf
                    assert has contains patch expect starts startswith ends endswith equals append add
                    register mock stub write setenv putenv exists redact mask join format split replace
                    match test exception throw raise fatal panic includes delattr setattr hasattr push
                    save create generate describe it label rename
                    """);

    /** {@code getOrThrow} gets. */
    private static final Pattern OR_FAIL =
            Pattern.compile("(?i)_?or_?(throw|raise|fail|panic|exit|die|error)$");

    private static final Set<String> SETTINGS =
            Set.of("config", "configuration", "conf", "cfg", "settings", "env", "environment");

    private static final Set<String> GETTERS = Set.of("get", "load", "read", "fetch", "lookup");

    /** With {@code from_secret(x)} a secret is made something, not read. */
    private static final Set<String> MAKING = Set.of("from", "new", "create", "make", "with");

    /** Where a type of the JVM is says nothing about what it is. */
    private static final Pattern PACKAGES =
            Pattern.compile(
                    "^(com|org|io|net|dev|de|cn|java|javax|jakarta)\\.([a-z][a-z0-9_]*\\.)*(?=[A-Z])");

    private static final Pattern KEY_TYPES = Pattern.compile("\\bSecret(Key|Signature)\\w*");

    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z]\\w*[a-z]");

    private Environment() {}

    /** Whether a symbol is something that was read from the environment or from settings. */
    static boolean reads(Value.Symbol symbol) {
        String inside = PACKAGES.matcher(symbol.plainPath()).replaceFirst("");
        List<String> words = Words.of(KEY_TYPES.matcher(inside).replaceAll(""));
        String last = symbol.lastName();
        List<String> lastWords = Words.of(last);
        if (symbol.path().startsWith("$_SERVER.")
                || symbol.plainPath().startsWith("System.getProperty")
                || isCalledWithAName(symbol, last)) {
            return true;
        }
        boolean isAnObject =
                symbol.path().endsWith("()")
                        && (inside.indexOf('.') < 0 ? isType(inside) : isSettingsType(last));
        if (words.isEmpty() || lastWords.isEmpty() || isAnObject) {
            return false;
        }
        if (isOnlyThePlace(last)) {
            String before = inside.substring(0, Math.max(0, inside.length() - last.length()));
            return !Collections.disjoint(Words.of(before), PLACES);
        }
        int known =
                MAKING.contains(lastWords.getFirst())
                        ? words.size() - lastWords.size()
                        : words.size();
        return !Collections.disjoint(words.subList(0, Math.max(0, known)), PLACES);
    }

    /** {@code config('auth.key')}: the place itself is a function. */
    private static boolean isCalledWithAName(Value.Symbol symbol, String last) {
        return CALLED_PLACES.contains(last)
                && symbol.path().equals(last + "()")
                && symbol.origin().isPresent()
                && symbol.origin().get().expression() instanceof Expression.Call call
                && !call.arguments().isEmpty();
    }

    /** {@code os.environ} itself gives nothing away yet. */
    private static boolean isOnlyThePlace(String last) {
        return PLACES.contains(last) && !last.equals("getenv") && !last.equals("env");
    }

    /** An object of {@code AppConfig} gives nothing away yet, either. */
    private static boolean isType(String name) {
        return TYPE.matcher(name).matches() && PLACES.contains(Words.of(name).getLast());
    }

    /** {@code environ.Env()}; but {@code Getenv()} and {@code GetConfig()} are functions. */
    private static boolean isSettingsType(String name) {
        List<String> words = Words.of(name);
        return TYPE.matcher(name).matches()
                && SETTINGS.contains(words.getLast())
                && Collections.disjoint(words, GETTERS);
    }

    /** {@code process.env}, also where it was poured into something else. */
    static boolean isWhole(Value value) {
        return value instanceof Value.Symbol symbol && WHOLE.contains(symbol.plainPath());
    }

    /** Whether a function of that name gets something by its name. */
    static boolean gets(String function) {
        List<String> words = Words.of(OR_FAIL.matcher(function).replaceFirst(""));
        return !Collections.disjoint(words, GETTING) && Collections.disjoint(words, NOT_GETTING);
    }

    /** Whether that name is surely one of the settings themselves. */
    static boolean isSettings(String name) {
        return !Collections.disjoint(Words.of(name), SETTINGS);
    }

    /** Whether that name is one of a place where settings are. */
    static boolean isPlace(String name) {
        return !Collections.disjoint(Words.of(name), PLACES);
    }
}
