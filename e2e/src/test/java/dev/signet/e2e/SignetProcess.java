package dev.signet.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real {@code signet demo} process over a data folder; ended by its own process id. */
final class SignetProcess implements AutoCloseable {

    private static final long START_SECONDS_MAX = 60;
    private static final Pattern LINE =
            Pattern.compile("  (Chat|Authority|Account|Password) +(\\S+)");

    private final Process process;
    private final int port;
    private final int chatPort;
    private final String email;
    private final String password;

    private SignetProcess(Process process, int port, int chatPort, Invitation invitation) {
        this.process = process;
        this.port = port;
        this.chatPort = chatPort;
        this.email = invitation.email();
        this.password = invitation.password();
    }

    private record Invitation(String email, String password) {}

    /** Starts on free ports and waits until it says that it is ready. */
    static SignetProcess start(Path data, String... settings) throws Exception {
        return start(data, freePort(), freePort(), List.of(settings));
    }

    /** Starts again on the same ports, as after a crash. */
    SignetProcess startAgain(Path data, String... settings) throws Exception {
        return start(data, port, chatPort, List.of(settings));
    }

    private static SignetProcess start(Path data, int port, int chatPort, List<String> settings)
            throws Exception {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        Process process =
                new ProcessBuilder(command(data, port, chatPort, settings))
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try {
            Invitation invitation =
                    CompletableFuture.supplyAsync(() -> invitation(process))
                            .get(START_SECONDS_MAX, TimeUnit.SECONDS);
            return new SignetProcess(process, port, chatPort, invitation);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("did not start:\n" + Files.readString(log), e);
        }
    }

    private static List<String> command(Path data, int port, int chatPort, List<String> settings) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                java.toString(),
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                Project.libraries() + "/*",
                                "dev.signet.cli.Main",
                                "demo",
                                "--data",
                                data.toString(),
                                "--port",
                                Integer.toString(port),
                                "--chat-port",
                                Integer.toString(chatPort),
                                "--set",
                                "authority.management-port=0"));
        for (String setting : settings) {
            command.add("--set");
            command.add(setting);
        }
        return command;
    }

    private static Invitation invitation(Process process) {
        var reader =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String email = "";
        String password = "";
        try {
            for (String line = reader.readLine();
                    line != null && !line.startsWith("Ctrl-C");
                    line = reader.readLine()) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches() && matcher.group(1).equals("Account")) {
                    email = matcher.group(2);
                }
                if (matcher.matches() && matcher.group(1).equals("Password")) {
                    password = matcher.group(2);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the process ended", e);
        }
        if (password.isEmpty()) {
            throw new IllegalStateException("the process ended before it was ready");
        }
        return new Invitation(email, password);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI authority(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    URI chat(String path) {
        return URI.create("http://localhost:" + chatPort + path);
    }

    String email() {
        return email;
    }

    String password() {
        return password;
    }

    /** SIGKILL: nothing is flushed, nothing is closed. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as Ctrl-C; returns the exit status. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process did not stop");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
