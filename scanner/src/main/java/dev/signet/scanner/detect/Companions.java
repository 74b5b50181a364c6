package dev.signet.scanner.detect;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.library.Use;
import dev.signet.scanner.meaning.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells uses of a library that are only a step on the way to another one. */
final class Companions {

    private final List<LibraryUse> uses;
    private final Map<Function, Set<Function>> near = new IdentityHashMap<>();

    Companions(CodeFile file, List<LibraryUse> uses) {
        this.uses = List.copyOf(uses);
        if (uses.stream().anyMatch(use -> use.api().unless().isPresent())) {
            file.sites().forEach(site -> link(site, file));
        }
    }

    /** Functions that call each other are near. */
    private void link(Site site, CodeFile file) {
        if (site.function().isEmpty() || !(site.expression() instanceof Expression.Call call)) {
            return;
        }
        Function caller = site.function().get();
        for (Value value : file.meaning().values(call.callee(), site.scope())) {
            if (value instanceof Value.Own own) {
                around(caller).add(own.function());
                around(own.function()).add(caller);
            }
        }
    }

    private Set<Function> around(Function function) {
        return near.computeIfAbsent(
                function, _ -> Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    Set<LibraryUse> steps() {
        Set<LibraryUse> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (LibraryUse use : uses) {
            Optional<Use> unless = use.api().unless();
            if (unless.isPresent() && uses.stream().anyMatch(u -> goesWith(u, use, unless.get()))) {
                found.add(use);
            }
        }
        return found;
    }

    private boolean goesWith(LibraryUse other, LibraryUse step, Use unless) {
        return other != step
                && other.use() == unless
                && other.api().unless().isEmpty()
                && other.api().library().equals(step.api().library())
                && isNear(other.at().function(), step.at().function());
    }

    private boolean isNear(Optional<Function> one, Optional<Function> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return one.get() == other.get() || around(one.get()).contains(other.get());
    }
}
