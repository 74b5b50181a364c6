package dev.signet.scanner.syntax;

/** A file is nested deeper than anybody writes. */
public final class TooDeepException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooDeepException() {
        super("nested deeper than " + NativeParser.DEPTH_MAX);
    }
}
