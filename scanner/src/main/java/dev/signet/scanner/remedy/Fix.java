package dev.signet.scanner.remedy;

import dev.signet.scanner.source.Position;
import java.util.List;
import java.util.Optional;

/** What can be replaced in one file. Used by one thread. */
interface Fix {

    /** The replacement of the local verification there; nothing when that is not safe. */
    Optional<Edit> at(Position place);

    /** What the replacements need; nothing when there is no place for it. */
    List<Edit> helpers();
}
