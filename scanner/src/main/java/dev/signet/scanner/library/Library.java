package dev.signet.scanner.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A library that handles tokens: what it is called in manifests, and what it offers. Filled while
 * it is declared, then only read.
 *
 * <p>Paths are written as imports give them, with {@code .} between the parts; {@code *} stands for
 * one part and {@code **} for any number, such as the middle of a chain of calls: {@code
 * io.jsonwebtoken.Jwts.**.compact}. {@code ?} at the beginning is an object of which nothing is
 * known, and {@code call} at the end the call of what a call gave back.
 */
public final class Library {

    private final String name;
    private final List<String> packages;
    private final List<Api> apis = new ArrayList<>();

    private Library(String name, List<String> packages) {
        this.name = name;
        this.packages = packages;
    }

    /**
     * @param packages as manifests name them; none for what comes with a platform
     */
    public static Library of(String name, String... packages) {
        return new Library(name, List.of(packages));
    }

    /** These make tokens. */
    public Library signs(String... paths) {
        return add(Use.SIGN, Optional.empty(), paths);
    }

    /** This makes tokens with a key that is given there. */
    public Library signs(String path, Where key) {
        return add(Use.SIGN, Optional.of(key), path);
    }

    /** These verify tokens. */
    public Library verifies(String... paths) {
        return add(Use.VERIFY, Optional.empty(), paths);
    }

    /** This verifies tokens with a key that is given there. */
    public Library verifies(String path, Where key) {
        return add(Use.VERIFY, Optional.of(key), path);
    }

    /** These read tokens without verifying them. */
    public Library peeks(String... paths) {
        return add(Use.PEEK, Optional.empty(), paths);
    }

    /** This gives a verification that is found elsewhere its key. */
    public Library configures(String path, Where key) {
        return add(Use.CONFIGURE, Optional.of(key), path);
    }

    /** These leave checks out. */
    public Library loosens(String... paths) {
        return add(Use.LOOSEN, Optional.empty(), paths);
    }

    /** What was declared last does not verify if one of these holds. */
    public Library unverifiedIf(Check... checks) {
        Api last = apis.removeLast();
        apis.add(
                new Api(name, last.path(), last.use(), last.key(), List.of(checks), last.weakIf()));
        return this;
    }

    /** What was declared last leaves a check out if one of these holds. */
    public Library weakIf(Check... checks) {
        Api last = apis.removeLast();
        apis.add(
                new Api(
                        name,
                        last.path(),
                        last.use(),
                        last.key(),
                        last.unverifiedIf(),
                        List.of(checks)));
        return this;
    }

    private Library add(Use use, Optional<Where> key, String... paths) {
        for (String path : paths) {
            apis.add(new Api(name, Path.of(path), use, key, List.of(), List.of()));
        }
        return this;
    }

    public String name() {
        return name;
    }

    /** What manifests call it. */
    public List<String> packages() {
        return packages;
    }

    public List<Api> apis() {
        return List.copyOf(apis);
    }
}
