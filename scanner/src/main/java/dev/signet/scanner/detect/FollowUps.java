package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.library.Use;
import dev.signet.scanner.meaning.Value;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Settles what the first of two calls comes to: what is set up is verified with, or is only handed
 * out; what is parsed is verified afterwards, or never.
 */
final class FollowUps {

    private final CodeFile file;
    private final List<LibraryUse> uses;
    private final Set<String> verifying = new HashSet<>();
    private final Map<Function, Set<Function>> calls = new IdentityHashMap<>();
    private final Map<Function, Set<Function>> callers = new IdentityHashMap<>();
    private boolean graphIsKnown;

    FollowUps(CodeFile file, List<LibraryUse> uses) {
        this.file = file;
        this.uses = uses;
        for (LibraryUse use : uses) {
            if (use.use() == Use.VERIFY) {
                verifying.add(use.api().library());
            }
        }
    }

    /** The use as what it comes to. */
    LibraryUse settle(LibraryUse use) {
        return switch (use.use()) {
            case SET_UP -> isGoneOnFrom(use) ? as(use, Use.CONFIGURE) : as(use, Use.VERIFY);
            case PARSE -> isVerifiedLater(use) ? as(use, Use.CONFIGURE) : as(use, Use.PEEK);
            default -> use;
        };
    }

    private boolean isGoneOnFrom(LibraryUse setUp) {
        return verifying.contains(setUp.api().library())
                || uses.stream().anyMatch(use -> use.reads() && use.api().goesOnFrom(setUp.api()));
    }

    private static LibraryUse as(LibraryUse use, Use settled) {
        return new LibraryUse(use.at(), use.api(), settled, use.weaknesses());
    }

    /** In the same function, in one that calls it, or in one that any of those call. */
    private boolean isVerifiedLater(LibraryUse parse) {
        String library = parse.api().library();
        if (!verifying.contains(library) || parse.at().function().isEmpty()) {
            return verifying.contains(library);
        }
        Set<Function> around = byIdentity();
        around.add(parse.at().function().get());
        around = reachable(around, callers());
        Set<Function> near = reachable(around, calls);
        return uses.stream()
                .filter(use -> use.use() == Use.VERIFY && use.api().library().equals(library))
                .anyMatch(use -> use.at().function().filter(near::contains).isPresent());
    }

    private Map<Function, Set<Function>> callers() {
        if (!graphIsKnown) {
            graphIsKnown = true;
            file.sites().forEach(this::note);
        }
        return callers;
    }

    private void note(Site site) {
        Optional<Function> from = site.function();
        if (from.isEmpty() || !(site.expression() instanceof Expression.Call call)) {
            return;
        }
        for (Value value : file.meaning().values(call.callee(), site.scope())) {
            if (value instanceof Value.Own own) {
                calls.computeIfAbsent(from.get(), _ -> byIdentity()).add(own.function());
                callers.computeIfAbsent(own.function(), _ -> byIdentity()).add(from.get());
            }
        }
    }

    private static Set<Function> reachable(Set<Function> from, Map<Function, Set<Function>> edges) {
        Set<Function> found = byIdentity();
        Deque<Function> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Function next = open.pop();
            if (found.add(next)) {
                open.addAll(edges.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    private static Set<Function> byIdentity() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
