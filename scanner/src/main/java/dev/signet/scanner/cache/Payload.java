package dev.signet.scanner.cache;

import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Finding;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.source.Position;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A verdict as bytes. */
final class Payload {

    private static final int UNFIT = 0;
    private static final int FOUND = 1;

    private Payload() {}

    static byte[] of(Verdict verdict) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            switch (verdict) {
                case Verdict.Unfit(var reason) -> {
                    out.writeByte(UNFIT);
                    text(reason, out);
                }
                case Verdict.Found(var findings) -> {
                    out.writeByte(FOUND);
                    out.writeInt(findings.size());
                    for (Finding finding : findings) {
                        finding(finding, out);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void finding(Finding finding, DataOutputStream out) throws IOException {
        text(finding.rule().id(), out);
        out.writeByte(finding.confidence().ordinal());
        out.writeInt(finding.at().line());
        out.writeInt(finding.at().column());
        text(finding.language(), out);
        text(finding.message(), out);
        text(finding.context(), out);
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Nothing when the bytes are no verdict. */
    static Optional<Verdict> verdict(byte[] bytes, String path) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() == UNFIT) {
                return Optional.of(new Verdict.Unfit(text(in)));
            }
            int count = in.readInt();
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                findings.add(finding(path, in));
            }
            return Optional.of(new Verdict.Found(findings));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Finding finding(String path, DataInputStream in) throws IOException {
        Rule rule = Rule.ofId(text(in)).orElseThrow(IllegalArgumentException::new);
        Confidence confidence =
                in.readByte() == Confidence.HIGH.ordinal() ? Confidence.HIGH : Confidence.MEDIUM;
        Position at = new Position(in.readInt(), in.readInt());
        return new Finding(rule, confidence, path, at, text(in), text(in), text(in));
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text longer than its entry");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
