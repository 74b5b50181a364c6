package dev.signet.storage.sql;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Writes without end and says the id of each row as soon as it is acknowledged. */
final class WritingProcess {

    private static final int WRITERS = 16;

    private WritingProcess() {}

    public static void main(String[] args) {
        var out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
        var database = SqliteDatabase.open(Path.of(args[0]), Notes.MIGRATIONS);
        var next = new AtomicLong(Notes.ids(database).stream().max(Long::compare).orElse(0L));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WRITERS; i++) {
                threads.submit(() -> {
                    while (true) {
                        long id = next.incrementAndGet();
                        database.write(noteWithRemark(id));
                        out.println(id);
                    }
                });
            }
        }
    }

    private static Work<Integer> noteWithRemark(long id) {
        return transaction -> {
            Notes.add(transaction.handle(), id);
            return transaction.handle().execute("INSERT INTO remark VALUES (?)", id);
        };
    }
}
