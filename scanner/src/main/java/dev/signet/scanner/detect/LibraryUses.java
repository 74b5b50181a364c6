package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.library.Api;
import dev.signet.scanner.library.Arguments;
import dev.signet.scanner.library.Check;
import dev.signet.scanner.library.Use;
import dev.signet.scanner.library.Where;
import dev.signet.scanner.meaning.Scope;
import dev.signet.scanner.meaning.Value;
import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All uses of libraries in one file. */
final class LibraryUses {

    /** Methods of a method that call it. */
    private static final Set<String> INVOKES = Set.of("invoke", "Invoke");

    private final CodeFile file;
    private final Map<Expression, LibraryUse> byExpression = new IdentityHashMap<>();
    private final List<LibraryUse> all = new ArrayList<>();

    LibraryUses(CodeFile file) {
        this.file = file;
        file.sites().forEach(this::look);
        file.assigns().forEach(this::set);
        Set<LibraryUse> steps = new Companions(file, all).steps();
        all.removeIf(steps::contains);
        List<LibraryUse> settled = new FollowUps(all).settled();
        all.clear();
        byExpression.clear();
        settled.forEach(this::keep);
        disabled();
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
                List<Api> found = find(call.callee(), site);
                called(found, call, site);
                if (call.creates()) {
                    created(call, site);
                }
                if (found.isEmpty() && isHandedOn(site)) {
                    named(site, true);
                }
            }
            case Expression.Text text when file.language() == Language.PYTHON ->
                    setUp(new Value.Symbol(text.value(), true, Optional.empty()), site);
            case Expression.Name _, Expression.Member _ -> {
                if (isListed(site)) {
                    file.meaning()
                            .symbols(site.expression(), site.scope())
                            .forEach(type -> setUp(type, site));
                }
                String name = Names.last(site.expression());
                boolean handedOn = isHandedOn(site) || name.equals("class");
                if (!isCalled(site) && (handedOn || file.libraries().mayLoosen(name))) {
                    named(site, handedOn);
                }
            }
            default -> {}
        }
    }

    private static boolean isListed(Site site) {
        return site.parent().isPresent() && site.parent().get() instanceof Expression.Items;
    }

    /** Frameworks are given a list of classes, or of their names, to verify tokens with. */
    private void setUp(Value.Symbol type, Site site) {
        if (type.path().indexOf('.') > 0 && type.path().length() < 100) {
            file.libraries().findAll(type).stream()
                    .filter(api -> api.use() == Use.SET_UP)
                    .limit(1)
                    .forEach(api -> add(new LibraryUse(site, api, api.use(), List.of())));
        }
    }

    /** A variable with what came of a call is no function any more. */
    private boolean isResult(Site site) {
        return site.expression() instanceof Expression.Name
                && file.meaning().symbols(site.expression(), site.scope()).stream()
                        .anyMatch(symbol -> symbol.path().endsWith("()"));
    }

    /**
     * What leaves a check out is reported where it is named, not at each variable that holds it.
     */
    private boolean isItsOwnName(Site site) {
        return !(site.expression() instanceof Expression.Name name)
                || file.meaning().symbols(name, site.scope()).stream()
                        .anyMatch(symbol -> symbol.lastName().equals(name.id()));
    }

    /** What is given beside a function that is handed on may be its key and its checks. */
    private void named(Site site, boolean handedOn) {
        boolean looked = (handedOn || !site.annotates()) && !isResult(site);
        List<Api> found = looked ? find(site.expression(), site) : List.of();
        Optional<Api> first =
                found.stream()
                        .findFirst()
                        .filter(api -> handedOn || api.use() == Use.LOOSEN)
                        .filter(api -> api.use() != Use.LOOSEN || isItsOwnName(site))
                        .filter(api -> api.use() != Use.LOOSEN || api.weakIf().isEmpty())
                        .filter(api -> !api.isOfUnknown());
        if (first.isEmpty()) {
            return;
        }
        boolean beside = first.get().key().filter(Where::beside).isPresent();
        if (beside && site.parent().orElse(null) instanceof Expression.Call to) {
            called(first.get(), new Arguments(to, site.scope(), file.meaning()), site);
        } else {
            add(new LibraryUse(site, first.get(), first.get().use(), List.of()));
        }
    }

    /** {@code validation.validate_exp = false} is like a call with that value. */
    private void set(CodeFile.Owned<Statement.Assign> assign) {
        Optional<Expression> value = assign.it().value();
        if (value.isPresent() && assign.it().target() instanceof Expression.Member target) {
            set(target, value.get(), assign.scope());
        }
    }

    /** {@code new Validation(validate_exp: false)} sets it, too. */
    private void created(Expression.Call call, Site site) {
        for (Expression.Argument argument : call.arguments()) {
            if (!argument.name().isEmpty()) {
                int start = argument.value().at().start();
                Span at = new Span(start, start);
                Expression target = new Expression.Member(at, call.callee(), argument.name());
                set(target, argument.value(), site.scope());
            }
        }
    }

    private void set(Expression target, Expression value, Scope scope) {
        Expression.Call call =
                new Expression.Call(
                        target.at(), target, List.of(Expression.Argument.of(value)), false);
        Site site = new Site(call, scope, Optional.empty(), Optional.empty(), false);
        List<Api> loosening =
                find(target, site).stream()
                        .filter(api -> api.use() == Use.LOOSEN && !api.weakIf().isEmpty())
                        .toList();
        called(loosening, call, site);
    }

    /** {@code validation.disable(); decode(token, validation)} verifies nothing. */
    private void disabled() {
        for (LibraryUse use : List.copyOf(all)) {
            if (use.use() == Use.LOOSEN
                    && !use.api().unverifiedIf().isEmpty()
                    && use.expression() instanceof Expression.Call call
                    && call.callee() instanceof Expression.Member member
                    && member.object() instanceof Expression.Name name) {
                all.replaceAll(other -> isGiven(other, name, use) ? unverified(other) : other);
            }
        }
    }

    private static boolean isGiven(LibraryUse use, Expression.Name name, LibraryUse disabling) {
        return use.use() == Use.VERIFY
                && use.at().scope() == disabling.at().scope()
                && use.expression() instanceof Expression.Call call
                && call.arguments().stream()
                        .anyMatch(a ->
                                a.value() instanceof Expression.Name given
                                        && given.id().equals(name.id()));
    }

    private LibraryUse unverified(LibraryUse use) {
        LibraryUse peek = new LibraryUse(use.at(), use.api(), Use.PEEK, List.of());
        byExpression.put(use.expression(), peek);
        return peek;
    }

    private static boolean isCalled(Site site) {
        return site.parent().isPresent()
                && site.parent().get() instanceof Expression.Call call
                && call.callee() == site.expression();
    }

    /** A function that is given to another one, which will call it: {@code promisify(verify)}. */
    private static boolean isHandedOn(Site site) {
        return site.parent().isPresent()
                && site.parent().get() instanceof Expression.Call call
                && call.callee() != site.expression();
    }

    private List<Api> find(Expression callee, Site site) {
        List<Value> values = file.meaning().values(callee, site.scope());
        List<Api> found = List.of();
        boolean known = false;
        for (Value value : values) {
            if (value instanceof Value.Symbol symbol) {
                List<Api> apis = file.libraries().findAll(applied(symbol));
                boolean peeks = !apis.isEmpty() && apis.getFirst().use() == Use.PEEK;
                found = found.isEmpty() || peeks ? apis : found;
                known |= symbol.imported();
            } else {
                known = true;
            }
        }
        if (!found.isEmpty()) {
            return found;
        }
        if (callee instanceof Expression.Member member && INVOKES.contains(member.name())) {
            return find(member.object(), site).stream().filter(api -> !api.isOfUnknown()).toList();
        }
        if (known || !(callee instanceof Expression.Member member)) {
            return List.of();
        }
        List<Api> ofUnknown = ofUnknown(member);
        return ofUnknown.isEmpty() && values.isEmpty() ? onAnything(member, site) : ofUnknown;
    }

    /** What a call gave back is called in turn: {@code createVerifier(options)(token)}. */
    private static Value.Symbol applied(Value.Symbol symbol) {
        return symbol.path().endsWith("()")
                ? new Value.Symbol(symbol.path() + ".call", symbol.imported(), symbol.origin())
                : symbol;
    }

    /** Methods that only one library has, of an object of which nothing is known. */
    private List<Api> ofUnknown(Expression.Member method) {
        StringBuilder path = new StringBuilder();
        Expression at = method;
        while (at instanceof Expression.Member member) {
            path.insert(0, "." + member.name());
            at = member.object();
        }
        return file.libraries().findAll(new Value.Symbol("?" + path, true, Optional.empty()));
    }

    /** Nothing is known of what the method is called on, except that it is no own type. */
    private List<Api> onAnything(Expression.Member member, Site site) {
        return file.meaning().values(member.object(), site.scope()).stream()
                        .anyMatch(value -> value instanceof Value.OwnType)
                ? List.of()
                : file.libraries().findMethod(member.name());
    }

    /** The first that it may be with its arguments counts. */
    private void called(List<Api> apis, Expression.Call call, Site site) {
        Arguments arguments = new Arguments(call, site.scope(), file.meaning());
        apis.stream()
                .filter(api -> !holdsOne(api.notIf(), arguments))
                .findFirst()
                .ifPresent(api -> called(api, arguments, site));
    }

    private void called(Api api, Arguments arguments, Site site) {
        if (api.use() != Use.LOOSEN && holdsOne(api.unverifiedIf(), arguments)) {
            add(new LibraryUse(site, api, Use.PEEK, List.of()));
            return;
        }
        List<String> weaknesses =
                api.weakIf().stream()
                        .filter(check -> check.holds(arguments))
                        .map(Check::because)
                        .distinct()
                        .toList();
        add(new LibraryUse(site, api, api.use(), weaknesses));
    }

    private static boolean holdsOne(List<Check> checks, Arguments arguments) {
        return checks.stream().anyMatch(check -> check.holds(arguments));
    }

    private void add(LibraryUse use) {
        boolean onlyIf = use.use() == Use.LOOSEN && !use.api().weakIf().isEmpty();
        if (onlyIf && use.weaknesses().isEmpty()) {
            return;
        }
        keep(use);
    }

    private void keep(LibraryUse use) {
        byExpression.put(use.expression(), use);
        all.add(use);
    }
}
