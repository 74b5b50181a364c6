package dev.signet.scanner.setting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A group of settings in a file. Two groups are never equal, even of the same path. */
public final class Place {

    /** Deeper groups count as their parent. */
    static final int DEPTH_MAX = 200;

    private final Optional<Place> parent;
    private final String name;
    private final int depth;

    private Place(Optional<Place> parent, String name, int depth) {
        this.parent = parent;
        this.name = name;
        this.depth = depth;
    }

    /** The outermost group of a file. */
    static Place root() {
        return new Place(Optional.empty(), "", 0);
    }

    /**
     * @param child empty for an element of a list
     */
    Place in(String child) {
        return depth >= DEPTH_MAX ? this : new Place(Optional.of(this), child, depth + 1);
    }

    public Optional<Place> parent() {
        return parent;
    }

    /** Empty at the root and for an element of a list. */
    public String name() {
        return name;
    }

    /** The names of the innermost groups, from outside, without elements of lists. */
    public List<String> last(int count) {
        Deque<String> names = new ArrayDeque<>();
        Optional<Place> at = Optional.of(this);
        while (at.isPresent() && names.size() < count) {
            if (!at.get().name.isEmpty()) {
                names.addFirst(at.get().name);
            }
            at = at.get().parent;
        }
        return List.copyOf(names);
    }

    /** All names, from outside. */
    public List<String> path() {
        return last(DEPTH_MAX);
    }

    /** The name of the innermost group that has one. */
    public String nearest() {
        List<String> names = last(1);
        return names.isEmpty() ? "" : names.getFirst();
    }

    @Override
    public String toString() {
        return String.join(".", path());
    }
}
