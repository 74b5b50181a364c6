package dev.signet.authority.http.pages;

/** Tells a path of this origin from what a browser would read as another origin. */
final class LocalPath {
    private LocalPath() {}

    static void require(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("not a path of this origin");
        }
    }
}
