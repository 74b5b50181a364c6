package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.words.WordList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells a secret by what stands beside it: {@code SECRET} together with {@code TOKEN_PREFIX},
 * {@code SECRET_KEY} with {@code ACCESS_TOKEN_EXPIRE_MINUTES}.
 */
public final class TokenNeighbours {

    private static final Set<String> TOKENS = Set.of("token", "tokens", "jwt", "access", "refresh");

    private static final Set<String> MORE_OF_TOKENS =
            Set.of("exp", "validity", "ttl", "lifetime", "duration");

    private static final Set<String> PARTS_OF_NAMES =
            WordList.set(
                    """
                    secret secretkey key token access refresh signing sign signer auth hmac base64
                    encoded symmetric
                    """);

    private static final Set<String> KINDS_OF_KEYS =
            Set.of("signing", "sign", "signer", "symmetric", "hmac");

    /** Words of keys for somebody else's service, whose tokens expire, too. */
    private static final Set<String> OTHERS =
            Set.of("consumer", "twitter", "oauth1", "wechat", "wx", "bucket", "corp", "appid");

    private final Map<Scope, Block> blocks = new IdentityHashMap<>();

    /** What the names in one type or file say. */
    private static final class Block {
        private boolean tokens;
        private boolean others;
    }

    TokenNeighbours(CodeFile file) {
        for (CodeFile.Owned<Statement.Assign> assign : file.assigns()) {
            if (assign.scope().kind() != Scope.Kind.FUNCTION
                    && assign.it().target() instanceof Expression.Name name) {
                List<String> words = Words.of(name.id());
                Block block = blocks.computeIfAbsent(assign.scope(), _ -> new Block());
                block.tokens |= speaksOfTokens(words) || isBearer(assign.it(), words);
                block.others |= speaksOfOthers(words);
            }
        }
    }

    /** {@code TOKEN_PREFIX = "Bearer "}. */
    private static boolean isBearer(Statement.Assign assign, List<String> words) {
        return words.contains("prefix")
                && assign.value().isPresent()
                && assign.value().get() instanceof Expression.Text text
                && text.value().strip().equals("Bearer");
    }

    /** Whether something that is set in that scope is the secret, because of what else is. */
    boolean makeSecret(Expression target, Scope scope) {
        Block block = blocks.get(scope);
        return block != null
                && block.tokens
                && !block.others
                && target instanceof Expression.Name name
                && mayBeSecret(Words.of(name.id()));
    }

    /** {@code ACCESS_TOKEN_EXPIRE_MINUTES}: how long tokens live. */
    public static boolean speaksOfTokens(List<String> words) {
        return !Collections.disjoint(words, TOKENS)
                && words.stream()
                        .anyMatch(w -> MORE_OF_TOKENS.contains(w) || w.startsWith("expir"));
    }

    public static boolean speaksOfOthers(List<String> words) {
        return !Collections.disjoint(words, OTHERS);
    }

    /** {@code secret}, {@code tokenSecret}, {@code SECRET_KEY}, and no other word. */
    public static boolean mayBeSecret(List<String> words) {
        boolean ofCloud = words.contains("access") && words.contains("key");
        boolean key = words.contains("key") && !Collections.disjoint(words, KINDS_OF_KEYS);
        boolean secret = words.contains("secret") || words.contains("secretkey");
        return !ofCloud && (key || secret) && PARTS_OF_NAMES.containsAll(words);
    }
}
