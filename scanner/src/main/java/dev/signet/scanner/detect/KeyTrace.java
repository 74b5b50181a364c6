package dev.signet.scanner.detect;

import dev.signet.scanner.code.Children;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.meaning.Meaning;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.meaning.Value;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Follows a key back to where it comes from, through what only changes its form. */
final class KeyTrace {

    private static final int DEPTH_MAX = 12;

    /** Calls that give their argument back in another form. */
    private static final Set<String> FORMS =
            WordList.set(
                    """
                    from encode decode b64decode urlsafe_b64decode bytes str String GetBytes getBytes
                    hmacShaKeyFor generatePrivate PKCS8EncodedKeySpec ParseRSAPrivateKeyFromPEM
                    ParseECPrivateKeyFromPEM ParseEdPrivateKeyFromPEM SecretKeySpec SymmetricSecurityKey
                    SigningCredentials HMAC256 HMAC384 HMAC512 HmacSha256 plainText base64Encoded
                    from_secret as_bytes as_ref byte createSecretKey importKey asKey OctetKey import_key
                    JWK OctetSequenceKey MACSigner MACVerifier Key HmacKey Buffer TextEncoder
                    toByteArray FromBase64String base64_decode getDecoder DecodeString Builder build
                    newSignerWithKey InMemory trim strip toString to_string from_base64_secret new Hmac
                    newHmacSigner newSHA256Signer newVerifier expect unwrap unwrap_or unwrap_or_else
                    unwrap_or_default asKeyBytes ofSecret getenv_or get_secret_value requireNonNull
                    requireNonNullElse orElse orElseGet getOrElse ofNullable encodeToString decodeBase64
                    encodeBase64 toCharArray newSHA384Signer newSHA512Signer MacSigner
                    SecretSignatureConfiguration hs256 UTF8 ToCharArray SigningKey from_bytes
                    new_from_slice RSA EC bytes_from_str Secret
                    """);

    /** Make a key of what they are given, though their names sound like a place of secrets. */
    private static final Set<String> KEYS =
            WordList.set(
                    """
                    createSecretKey SecretKeySpec from_secret from_base64_secret ofSecret
                    expressJwtSecret koaJwtSecret hapiJwt2KeyAsync passportJwtSecret
                    """);

    private final Meaning meaning;
    private final List<Value.Constant> constants = new ArrayList<>();
    private final List<Expression> reads = new ArrayList<>();
    private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    KeyTrace(Meaning meaning) {
        this.meaning = meaning;
    }

    /** The texts that the key may be. */
    List<Value.Constant> constants() {
        return constants;
    }

    /** Where the key may be read from the environment or the settings. */
    List<Expression> reads() {
        return reads;
    }

    void follow(Value.Origin key) {
        follow(key.expression(), key.scope(), 0);
    }

    private void follow(Expression expression, Scope scope, int depth) {
        if (depth > DEPTH_MAX || !seen.add(expression)) {
            return;
        }
        List<Value> values = meaning.values(expression, scope);
        if (values.isEmpty()
                && expression instanceof Expression.Member member
                && isSetting(member)) {
            reads.add(member);
        }
        if (values.isEmpty()
                && expression instanceof Expression.Index index
                && meaning.constants(index.key(), scope).stream()
                        .anyMatch(key -> SecretNames.isSecret(key.text()))) {
            reads.add(index);
        }
        for (Value value : values) {
            switch (value) {
                case Value.Constant constant when constant.whole() -> constants.add(constant);
                case Value.Symbol symbol -> follow(symbol, depth);
                case Value.Own own ->
                        meaning.results(own)
                                .forEach(r -> follow(r.expression(), r.scope(), depth + 1));
                case Value.Listing listing ->
                        listing.elements()
                                .forEach(e -> follow(e.expression(), e.scope(), depth + 1));
                default -> {}
            }
        }
    }

    /** {@code config.secret} of a configuration that comes from elsewhere. */
    private static boolean isSetting(Expression.Member member) {
        Expression owner = member.object();
        while (owner instanceof Expression.Member outer) {
            if (Environment.isSettings(outer.name())) {
                return true;
            }
            owner = outer.object();
        }
        return owner instanceof Expression.Name name && Environment.isSettings(name.id());
    }

    /** A key that everybody may know is no secret. */
    private static boolean isPublic(Value.Symbol symbol) {
        return Words.of(symbol.lastName()).contains("public");
    }

    private void follow(Value.Symbol symbol, int depth) {
        if (symbol.origin().isEmpty()) {
            return;
        }
        Expression origin = symbol.origin().get().expression();
        if (symbol.path().endsWith("()") && !(origin instanceof Expression.Call)) {
            return; // only its type is known
        }
        Scope scope = symbol.origin().get().scope();
        if (Environment.reads(symbol)
                && !KEYS.contains(symbol.lastName())
                && !isPublic(symbol)
                && !isFormOfARead(origin, scope)) {
            reads.add(origin);
            followDefaults(origin, scope, depth);
            return;
        }
        if (origin instanceof Expression.Index && SecretNames.isSecret(symbol.lastName())) {
            reads.add(origin);
            return;
        }
        switch (origin) {
            case Expression.Call call when FORMS.contains(symbol.lastName()) -> {
                call.arguments().stream()
                        .skip(symbol.lastName().equals("importKey") ? 1 : 0)
                        .limit(symbol.lastName().equals("importKey") ? 1 : Long.MAX_VALUE)
                        .forEach(a -> follow(a.value(), scope, depth + 1));
                followReceiver(call.callee(), scope, depth);
            }
            case Expression.Call call -> followReceiver(call.callee(), scope, depth);
            case Expression.Index index -> follow(index.object(), scope, depth + 1);
            default -> {}
        }
    }

    /** In {@code config.get("x").trim()} only the inner call reads. */
    private boolean isFormOfARead(Expression origin, Scope scope) {
        return origin instanceof Expression.Call call
                && call.callee() instanceof Expression.Member member
                && FORMS.contains(member.name())
                && meaning.symbols(member.object(), scope).stream().anyMatch(Environment::reads);
    }

    /** In {@code key.encode()} the key is what the method is called on. */
    private void followReceiver(Expression callee, Scope scope, int depth) {
        if (callee instanceof Expression.Member member) {
            follow(member.object(), scope, depth + 1);
            if (meaning.symbols(member.object(), scope).stream().anyMatch(Environment::reads)) {
                return; // what it is given is the name of a setting
            }
            for (Expression inner : Children.of(member.object())) {
                follow(inner, scope, depth + 1);
            }
        }
    }

    /** What a read gives when nothing is set. */
    private void followDefaults(Expression read, Scope scope, int depth) {
        if (read instanceof Expression.Call call) {
            call.arguments().stream()
                    .skip(1)
                    .forEach(argument -> follow(argument.value(), scope, depth + 1));
        }
    }
}
