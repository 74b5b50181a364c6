package dev.signet.authority.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.token.jose.Base64Url;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The arithmetic of the chain. */
final class AuditChain {

    /** What the first row follows. */
    static final AuditTable.Head START = new AuditTable.Head(0, "A".repeat(43));

    private AuditChain() {}

    static AuditRow next(AuditTable.Head head, AuditEvent event) {
        long sequence = head.sequence() + 1;
        return new AuditRow(sequence, event, head.hash(), hash(sequence, event, head.hash()));
    }

    static boolean follows(AuditTable.Head head, AuditRow row) {
        return row.sequence() == head.sequence() + 1
                && row.previousHash().equals(head.hash())
                && row.hash().equals(hash(row.sequence(), row.event(), head.hash()));
    }

    /** Each field with its length in front, so that no two rows have the same bytes. */
    private static String hash(long sequence, AuditEvent event, String previousHash) {
        Caller by = event.by();
        var bytes = new ByteArrayOutputStream();
        for (String field :
                List.of(
                        previousHash,
                        Long.toString(sequence),
                        Long.toString(event.at().toEpochMilli()),
                        event.action().code(),
                        Boolean.toString(event.done()),
                        by.id(),
                        by.address(),
                        by.userAgent(),
                        by.correlationId(),
                        event.subject(),
                        event.target(),
                        event.detail())) {
            byte[] text = field.getBytes(UTF_8);
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        return Base64Url.encode(sha256(bytes.toByteArray()));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
