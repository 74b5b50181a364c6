package dev.signet.scanner.detect;

import dev.signet.scanner.library.Use;
import java.util.ArrayList;
import java.util.List;

/**
 * Settles what setting a verification up comes to: nothing of its own where the file goes on to
 * verify, else it is as good as verifying.
 */
final class FollowUps {

    private final List<LibraryUse> uses;

    FollowUps(List<LibraryUse> uses) {
        this.uses = List.copyOf(uses);
    }

    /** All uses as what they come to. */
    List<LibraryUse> settled() {
        List<LibraryUse> settled = new ArrayList<>();
        for (LibraryUse use : uses) {
            if (use.use() != Use.SET_UP) {
                settled.add(use);
            } else if (!isGoneOnFrom(use)) {
                settled.add(as(use, Use.VERIFY));
            } else if (!use.weaknesses().isEmpty()) {
                settled.add(as(use, Use.LOOSEN));
            }
        }
        return settled;
    }

    private boolean isGoneOnFrom(LibraryUse setUp) {
        return uses.stream()
                .anyMatch(use ->
                        (use.use() == Use.VERIFY
                                        && use.api().library().equals(setUp.api().library()))
                                || (use.reads() && use.api().goesOnFrom(setUp.api())));
    }

    private static LibraryUse as(LibraryUse use, Use settled) {
        return new LibraryUse(use.at(), use.api(), settled, use.weaknesses());
    }
}
