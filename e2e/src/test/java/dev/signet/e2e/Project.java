package dev.signet.e2e;

import java.nio.file.Path;

/** Where this checkout and its built distribution lie. */
public final class Project {

    private Project() {}

    public static Path root() {
        String root = System.getProperty("signet.root");
        if (root == null) {
            throw new IllegalStateException("run through Maven, which sets signet.root");
        }
        return Path.of(root);
    }

    /** The folder with every jar of the command line. */
    public static Path libraries() {
        return root().resolve("cli/target/dist/lib");
    }
}
