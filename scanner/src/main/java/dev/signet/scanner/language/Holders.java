package dev.signet.scanner.language;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.words.WordList;
import java.util.Set;

/**
 * Types that hold or give objects of the type that they are generic over. Such a type becomes an
 * index, {@code List[JwtDecoder]}, so that it is known what comes out of it.
 */
final class Holders {

    private static final Set<String> NAMES =
            WordList.set(
                    """
                    Supplier Provider ObjectProvider ObjectFactory Instance Lazy Callable Function
                    UnaryOperator Func Optional ThreadLocal AtomicReference WeakReference Mono Flux Uni
                    Future CompletableFuture CompletionStage Deferred Iterable Collection List ArrayList
                    Set Stream MutableList Array Map HashMap MutableMap ConcurrentMap ConcurrentHashMap
                    IEnumerable IReadOnlyList IList ICollection Dictionary IDictionary
                    IReadOnlyDictionary ConcurrentDictionary
                    """);

    private Holders() {}

    /** Whether a type holds what it is generic over. */
    static boolean isHolder(Expression type) {
        return switch (type) {
            case Expression.Name name -> NAMES.contains(name.id());
            case Expression.Member member -> NAMES.contains(member.name());
            default -> false;
        };
    }

    /** The type without what it holds. */
    static Expression plain(Expression type) {
        return type instanceof Expression.Index generic ? generic.object() : type;
    }
}
