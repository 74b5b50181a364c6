package dev.signet.http.asset;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import dev.signet.http.route.Route;
import dev.signet.token.jose.Base64Url;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A fixed set of files, read once. Nothing else of the class path can be reached. */
public final class Assets {

    private static final Map<String, String> TYPES =
            Map.of(
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml",
                    "html", "text/html; charset=utf-8",
                    "png", "image/png");

    private Assets() {}

    /**
     * One route for each file.
     *
     * @param home any class of the module that has the files
     * @param folder their folder on the class path, such as {@code /web}
     * @param prefix the path below which they are served
     */
    public static List<Route> routes(
            Class<?> home, String folder, String prefix, List<String> names) {
        List<Route> routes = new ArrayList<>();
        for (String name : names) {
            byte[] content = read(home, folder + "/" + name);
            String tag = '"' + hash(content) + '"';
            Answer fresh = fresh(name, content, tag);
            Answer unchanged = new Answer.Empty(304, List.of(new Answer.Header("ETag", tag)));
            routes.add(
                    Route.inMemory(
                            Route.open(
                                    "GET",
                                    prefix + "/" + name,
                                    request -> has(request, tag) ? unchanged : fresh)));
        }
        return routes;
    }

    private static Answer fresh(String name, byte[] content, String tag) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String type = TYPES.get(ending);
        if (type == null) {
            throw new IllegalArgumentException("asset of unknown type: " + name);
        }
        return new Answer.Bytes(
                200,
                type,
                Buffer.buffer(content),
                List.of(
                        new Answer.Header("ETag", tag),
                        new Answer.Header("Cache-Control", "public, no-cache")));
    }

    private static boolean has(Request request, String tag) {
        return request.header("If-None-Match").filter(tag::equals).isPresent();
    }

    /**
     * One file's bytes.
     *
     * @throws IllegalStateException when the class path has no such file
     */
    public static byte[] read(Class<?> home, String path) {
        try (InputStream stream = home.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("missing on the class path: " + path);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
