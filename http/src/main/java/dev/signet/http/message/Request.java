package dev.signet.http.message;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One request, read completely and within bounds. Immutable; may be used from any thread.
 *
 * @param method in upper case
 * @param path decoded, without query
 * @param pathParameters the values of the route's {@code :name} parts
 * @param query raw, without {@code ?}; empty when there is none
 * @param headers all values of one header by any spelling of its name; empty when absent
 * @param address the client's, as far as it can be trusted
 * @param correlationId the caller's own, if it is short and plain, else a new one
 */
public record Request(
        String method,
        String path,
        Map<String, String> pathParameters,
        String query,
        Function<String, List<String>> headers,
        String address,
        String correlationId,
        Body body) {

    private static final int USER_AGENT_LENGTH_MAX = 256;

    /** The only value of a header; empty when it is absent or given more than once. */
    public Optional<String> header(String name) {
        List<String> values = headers.apply(name);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** The value of one part of the path that the route names. */
    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no part :" + name);
        }
        return value;
    }

    /** The value of a cookie; empty when it is absent or given more than once. */
    public Optional<String> cookie(String name) {
        List<String> values =
                headers.apply("Cookie").stream()
                        .flatMap(header -> Arrays.stream(header.split(";", -1)))
                        .map(String::strip)
                        .filter(pair -> pair.startsWith(name + "="))
                        .map(pair -> pair.substring(name.length() + 1))
                        .toList();
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** The user agent, cut to {@value #USER_AGENT_LENGTH_MAX} characters; may be empty. */
    public String userAgent() {
        String agent = header("User-Agent").orElse("");
        return agent.substring(0, Math.min(agent.length(), USER_AGENT_LENGTH_MAX));
    }

    /** The query's parameters. */
    public Parameters queryParameters() {
        return Parameters.parse(query);
    }

    /**
     * The body's parameters.
     *
     * @throws RefusedException 415 when the body is not {@code application/x-www-form-urlencoded},
     *     400 when it is not well formed
     */
    public Parameters form() {
        requireType("application/x-www-form-urlencoded");
        return body.form();
    }

    /**
     * The body's members.
     *
     * @throws RefusedException 415 when the body is not {@code application/json}, 400 when it is
     *     not one strict JSON object
     */
    public Members json() {
        requireType("application/json");
        return Members.parse(body.bytes());
    }

    /** Like {@link #json()}, where no body at all means no members. */
    public Members jsonOrNothing() {
        return body.length() == 0 ? Members.none() : json();
    }

    private void requireType(String type) {
        String given = header("Content-Type").orElse("");
        int parameters = given.indexOf(';');
        String bare = parameters < 0 ? given : given.substring(0, parameters);
        if (!bare.strip().equalsIgnoreCase(type)) {
            throw new RefusedException(
                    Problem.of(415, "unsupported_media_type", "The body must be " + type + "."));
        }
    }

    /** Method and path; never the query, a header or the body. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
