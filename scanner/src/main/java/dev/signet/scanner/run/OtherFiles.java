package dev.signet.scanner.run;

import dev.signet.scanner.FileScan;
import dev.signet.scanner.tree.Contents;
import dev.signet.scanner.tree.Skipped;
import dev.signet.scanner.tree.TreeFile;
import dev.signet.scanner.words.WordList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Files of kinds that no rule is about. What is obviously one, by its name, is passed over; of the
 * others those that nobody could read are named.
 */
final class OtherFiles {

    private static final Set<String> KNOWN =
            WordList.set(
                    """
                    md txt rst adoc html htm css scss sass less svg xml csv tsv sql map lock log png jpg
                    jpeg gif ico webp bmp tif tiff avif psd pdf woff woff2 ttf otf eot mp3 mp4 mov avi
                    webm wav ogg zip gz tgz bz2 xz zst 7z rar tar jar war ear class pyc pyo pyd so dll
                    exe dylib a o obj lib wasm node pdb nupkg whl gem crate db sqlite sqlite3 parquet
                    npy npz pkl onnx pt safetensors keystore jks p12 pfx der mo ipynb c h cc cpp hpp m
                    swift scala lua pl vue svelte patch diff snap license gitignore
                    """);

    private OtherFiles() {}

    /** Whether a file without an ending says in its first line what runs it. */
    static boolean isScript(TreeFile file) {
        if (!FileScan.mayBeScript(file.path())) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file.file(), LinkOption.NOFOLLOW_LINKS)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == '#' && head[1] == '!';
        } catch (IOException e) {
            return false;
        }
    }

    static Optional<Skipped> look(TreeFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        String kind = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (KNOWN.contains(kind)) {
            return Optional.empty();
        }
        if (file.size() > Contents.SIZE_MAX) {
            return Optional.of(Skipped.of(file.path(), "larger than 5 MB"));
        }
        try (InputStream in = Files.newInputStream(file.file(), LinkOption.NOFOLLOW_LINKS)) {
            byte[] head = in.readNBytes(Contents.HEAD_BYTES);
            return Contents.isBinary(head)
                    ? Optional.of(Skipped.of(file.path(), "binary"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(Skipped.of(file.path(), Contents.reason(e)));
        }
    }
}
