package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.library.Api;
import dev.signet.scanner.library.Arguments;
import dev.signet.scanner.library.Check;
import dev.signet.scanner.library.Use;
import dev.signet.scanner.meaning.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All uses of libraries in one file. */
final class LibraryUses {

    private final CodeFile file;
    private final Map<Expression, LibraryUse> byExpression = new IdentityHashMap<>();
    private final List<LibraryUse> all = new ArrayList<>();

    LibraryUses(CodeFile file) {
        this.file = file;
        file.sites().forEach(this::look);
        all.replaceAll(new FollowUps(file, List.copyOf(all))::settle);
        all.forEach(use -> byExpression.put(use.expression(), use));
    }

    List<LibraryUse> all() {
        return all;
    }

    /** What that very expression uses. */
    Optional<LibraryUse> of(Expression expression) {
        return Optional.ofNullable(byExpression.get(expression));
    }

    private void look(Site site) {
        switch (site.expression()) {
            case Expression.Call call ->
                    find(call.callee(), site).ifPresent(api -> add(called(api, call, site)));
            case Expression.Name _, Expression.Member _ -> {
                if (isHandedOn(site)) {
                    find(site.expression(), site)
                            .ifPresent(api -> add(new LibraryUse(site, api, api.use(), List.of())));
                }
            }
            default -> {}
        }
    }

    /** A function that is given to another one, which will call it: {@code promisify(verify)}. */
    private static boolean isHandedOn(Site site) {
        return site.parent().isPresent()
                && site.parent().get() instanceof Expression.Call call
                && call.callee() != site.expression();
    }

    private Optional<Api> find(Expression callee, Site site) {
        Optional<Api> found = Optional.empty();
        for (Value.Symbol symbol : file.meaning().symbols(callee, site.scope())) {
            if (!symbol.path().endsWith("()")) {
                Optional<Api> api = file.libraries().find(symbol);
                if (api.isPresent() && (found.isEmpty() || api.get().use() == Use.PEEK)) {
                    found = api;
                }
            }
        }
        return found;
    }

    private LibraryUse called(Api api, Expression.Call call, Site site) {
        Arguments arguments = new Arguments(call, site.scope(), file.meaning());
        boolean unverified = api.unverifiedIf().stream().anyMatch(c -> c.holds().test(arguments));
        if (unverified) {
            return new LibraryUse(site, api, Use.PEEK, List.of());
        }
        List<String> weaknesses =
                api.weakIf().stream()
                        .filter(check -> check.holds().test(arguments))
                        .map(Check::because)
                        .distinct()
                        .toList();
        return new LibraryUse(site, api, api.use(), weaknesses);
    }

    private void add(LibraryUse use) {
        all.add(use);
    }
}
