package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.meaning.Value;
import dev.signet.scanner.words.WordList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells calls that ask the authority about a token. */
final class Delegation {

    /** The addresses that answer whether a token is good. */
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "/(auth/)?(token/)?(validate|verify|introspect)([-_/]?(token|batch|jwt))?/?(\\?.*)?$"
                            + "|/oauth2?/introspect|/tokeninfo|/userinfo|/token/introspect"
                            + "|/introspection|/ticket/redeem|/api/v1/jwt/validate");

    private static final Set<String> QUESTIONS =
            WordList.set(
                    """
                    validate verify introspect authenticate check redeem verified introspection
                    validation resolve whoami userinfo get is
                    """);

    private static final Set<String> STRONG_QUESTIONS =
            Set.of("validate", "verify", "introspect", "authenticate", "redeem", "introspection");

    /** Who is asked. */
    private static final Set<String> AUTHORITIES =
            WordList.set(
                    """
                    auth authority signet introspector introspection authn identity idp iam sso remote
                    delegate authclient authservice oauth verifier keycloak upstream gateway central
                    """);

    private static final Set<String> CLIENTS =
            WordList.set(
                    """
                    client service api sdk gateway verifier remote proxy server authority signet
                    introspector idp introspection authn delegate upstream central stub grpc rpc http
                    sso iam keycloak authclient authservice
                    """);

    private static final Set<String> TOKEN_WORDS =
            WordList.set(
                    """
                    token jwt bearer credential credentials ticket session tokens access
                    """);

    private final CodeFile file;

    Delegation(CodeFile file) {
        this.file = file;
    }

    /** Whether a call asks somebody else about a token. */
    boolean asks(Expression.Call call, Scope scope) {
        return isToAnAddress(call, scope) || isToAClient(call, scope);
    }

    private boolean isToAnAddress(Expression.Call call, Scope scope) {
        for (Expression.Argument argument : call.arguments()) {
            for (Value value : file.meaning().values(argument.value(), scope)) {
                if (value instanceof Value.Constant text && ADDRESS.matcher(text.text()).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isToAClient(Expression.Call call, Scope scope) {
        String method = Names.last(call.callee());
        List<String> verbs = Words.of(method);
        if (Collections.disjoint(verbs, QUESTIONS)) {
            return false;
        }
        boolean tokenIsNamed = !Collections.disjoint(verbs, TOKEN_WORDS);
        boolean strong = !Collections.disjoint(verbs, STRONG_QUESTIONS);
        if (!strong && !tokenIsNamed) {
            return false;
        }
        return switch (call.callee()) {
            case Expression.Member member ->
                    isAuthority(member.object(), scope) || isRemotely(verbs);
            case Expression.Name name -> isFromAuthority(name, scope) || isRemotely(verbs);
            default -> false;
        };
    }

    /** {@code validate_with_auth_service(token)}, {@code remoteValidate(token)}. */
    private static boolean isRemotely(List<String> verbs) {
        return !Collections.disjoint(verbs, STRONG_QUESTIONS)
                && (verbs.contains("remote")
                        || verbs.contains("remotely")
                        || verbs.contains("authority")
                        || verbs.contains("signet")
                        || verbs.contains("introspect")
                        || (verbs.contains("auth")
                                && (verbs.contains("service") || verbs.contains("client"))));
    }

    private boolean isAuthority(Expression receiver, Scope scope) {
        List<String> words = Words.of(Names.last(receiver));
        if (!Collections.disjoint(words, CLIENTS) || !Collections.disjoint(words, AUTHORITIES)) {
            return isNoLibrary(receiver, scope) && !words.contains("local");
        }
        return file.meaning().symbols(receiver, scope).stream()
                .map(symbol -> symbol.plainPath().toLowerCase(Locale.ROOT))
                .anyMatch(
                        path -> path.startsWith("dev.signet.verifier") || path.contains("signet"));
    }

    private boolean isNoLibrary(Expression receiver, Scope scope) {
        return file.meaning().symbols(receiver, scope).stream()
                .noneMatch(symbol -> file.libraries().find(symbol).isPresent());
    }

    private boolean isFromAuthority(Expression.Name name, Scope scope) {
        return file.meaning().symbols(name, scope).stream()
                .filter(Value.Symbol::imported)
                .map(symbol -> Words.of(symbol.plainPath()))
                .anyMatch(words -> !Collections.disjoint(words, AUTHORITIES));
    }
}
