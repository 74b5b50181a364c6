package dev.signet.scanner.remedy;

import dev.signet.scanner.source.Span;
import java.util.Comparator;

/** A part of a file that is replaced; an empty part is a place where something is put in. */
record Edit(Span at, String text) {

    static final Comparator<Edit> ORDER = Comparator.comparingInt(edit -> edit.at().start());

    static Edit insert(int offset, String text) {
        return new Edit(new Span(offset, offset), text);
    }
}
