package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.library.Api;
import dev.signet.scanner.library.Arguments;
import dev.signet.scanner.library.Check;
import dev.signet.scanner.library.Use;
import dev.signet.scanner.library.Where;
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
            case Expression.Call call -> {
                Optional<Api> called = find(call.callee(), site);
                called.ifPresent(api -> add(called(api, call, site)));
                if (called.isEmpty()) {
                    handedOn(site);
                }
            }
            case Expression.Name _, Expression.Member _ -> handedOn(site);
            default -> {}
        }
    }

    /** A function that is given to another one, which will call it: {@code promisify(verify)}. */
    private void handedOn(Site site) {
        if (site.parent().isPresent()
                && site.parent().get() instanceof Expression.Call to
                && to.callee() != site.expression()) {
            find(site.expression(), site)
                    .filter(api -> !api.isOfUnknown())
                    .ifPresent(api -> add(given(api, to, site)));
        }
    }

    /** What is given beside it may be its key and its checks. */
    private LibraryUse given(Api api, Expression.Call to, Site site) {
        return api.key().filter(Where::beside).isPresent()
                ? called(api, to, site)
                : new LibraryUse(site, api, api.use(), List.of());
    }

    private Optional<Api> find(Expression callee, Site site) {
        List<Value> values = file.meaning().values(callee, site.scope());
        boolean known = false;
        for (Value value : values) {
            if (value instanceof Value.Symbol symbol) {
                Optional<Api> api = file.libraries().find(applied(symbol));
                if (api.isPresent()) {
                    return api;
                }
                known |= symbol.imported();
            } else {
                known = true;
            }
        }
        return known ? Optional.empty() : ofUnknown(callee);
    }

    /** What a call gave back is called in turn: {@code createVerifier(options)(token)}. */
    private static Value.Symbol applied(Value.Symbol symbol) {
        return symbol.path().endsWith("()")
                ? new Value.Symbol(symbol.path() + ".call", symbol.imported(), symbol.origin())
                : symbol;
    }

    /** Methods that only one library has, of an object of which nothing is known. */
    private Optional<Api> ofUnknown(Expression callee) {
        StringBuilder path = new StringBuilder();
        Expression at = callee;
        while (at instanceof Expression.Member member) {
            path.insert(0, "." + member.name());
            at = member.object();
        }
        return path.isEmpty()
                ? Optional.empty()
                : file.libraries().find(new Value.Symbol("?" + path, true, Optional.empty()));
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
        byExpression.put(use.expression(), use);
        all.add(use);
    }
}
