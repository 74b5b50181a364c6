package dev.signet.scanner.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/** What became of reading one file. */
public sealed interface Contents {

    /** Larger files are not read, in bytes. */
    int SIZE_MAX = 5 * 1024 * 1024;

    /** So many bytes are looked at for what text never has. */
    int HEAD_BYTES = 8 * 1024;

    /**
     * Text in UTF-8 without a byte order mark.
     *
     * @param replaced whether it was not valid and has replacement characters now
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Text(byte[] bytes, boolean replaced) implements Contents {}

    /** Nothing that could be scanned. */
    record Unfit(String reason) implements Contents {}

    /** Reads a file; never waits for what is no file. */
    static Contents of(TreeFile file) {
        if (file.size() > SIZE_MAX) {
            return tooLarge();
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file.file(), LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(SIZE_MAX + 1);
        } catch (IOException e) {
            return new Unfit(reason(e));
        }
        return bytes.length > SIZE_MAX ? tooLarge() : decoded(bytes);
    }

    private static Unfit tooLarge() {
        return new Unfit("larger than 5 MB");
    }

    /** Why something could not be read, in words. */
    static String reason(IOException failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "unreadable: permission denied";
            case NoSuchFileException _ -> "unreadable: it went away";
            case FileSystemException known when known.getReason() != null ->
                    "unreadable: " + known.getReason();
            default -> "unreadable: " + failure.getClass().getSimpleName();
        };
    }

    private static Contents decoded(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return recoded(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return recoded(bytes, 2, StandardCharsets.UTF_16BE);
        }
        if (isBinary(bytes)) {
            return new Unfit("binary");
        }
        if (isAscii(bytes)) {
            return new Text(bytes, false);
        }
        byte[] plain =
                startsWith(bytes, 0xEF, 0xBB, 0xBF)
                        ? Arrays.copyOfRange(bytes, 3, bytes.length)
                        : bytes;
        return isUtf8(plain)
                ? new Text(plain, false)
                : new Text(recode(plain, 0, StandardCharsets.UTF_8), true);
    }

    /** The bytes of a binary file. */
    static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, HEAD_BYTES); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static Contents recoded(byte[] bytes, int from, Charset charset) {
        byte[] text = recode(bytes, from, charset);
        boolean whole = (bytes.length - from) % 2 == 0;
        return isBinary(text) ? new Unfit("binary") : new Text(text, !whole);
    }

    private static byte[] recode(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(byte[] bytes) {
        int all = 0;
        for (byte one : bytes) {
            all |= one;
        }
        return all >= 0;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
