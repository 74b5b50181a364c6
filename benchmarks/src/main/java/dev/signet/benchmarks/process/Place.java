package dev.signet.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a run takes place.
 *
 * @param root of the project
 * @param folder for this run's files; removed at its end
 */
public record Place(Path root, Path folder, Children children) {

    /** In a new folder that nobody else may read; left when this JVM ends, also by Ctrl-C. */
    public static Place of(Path root) {
        try {
            Path folder = Files.createTempDirectory("signet-bench");
            Place place = new Place(root, folder, new Children(folder));
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(place::leave));
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of the project's scripts with its arguments. */
    public List<String> script(String name, String... arguments) {
        return Stream.concat(
                        Stream.of(root.resolve("bin").resolve(name).toString()),
                        Stream.of(arguments))
                .toList();
    }

    /** A new file with those lines. */
    public Path write(String name, List<String> lines) {
        try {
            return Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port that nobody uses at the moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what still runs and removes the folder. Again: no effect. */
    public void leave() {
        children.close();
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
