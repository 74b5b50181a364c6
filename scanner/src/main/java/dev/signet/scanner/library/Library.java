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

    /** This takes a key for tokens that are made or verified elsewhere. */
    public Library takesKey(String path, Where key) {
        return add(Use.KEY, Optional.of(key), path);
    }

    /**
     * This leaves a check out, if one of these holds for its arguments; a value that is assigned to
     * it counts as its argument.
     */
    public Library loosensIf(String path, Check... onlyIf) {
        add(Use.LOOSEN, Optional.empty(), path);
        return weakIf(onlyIf);
    }

    /** These are called on what verifications are given, which verify nothing from then on. */
    public Library disables(String... paths) {
        for (String path : paths) {
            add(Use.LOOSEN, Optional.empty(), path);
            unverifiedIf(Check.always("verifies nothing"));
        }
        return this;
    }

    /** These leave checks out. */
    public Library loosens(String... paths) {
        return add(Use.LOOSEN, Optional.empty(), paths);
    }

    /** These set up what verifies tokens. */
    public Library setsUp(String... paths) {
        return add(Use.SET_UP, Optional.empty(), paths);
    }

    /** These read tokens that may be verified by another call. */
    public Library parses(String... paths) {
        for (String path : paths) {
            peeks(path).unless(Use.VERIFY);
        }
        return this;
    }

    /** These are given keys, whichever argument it is. */
    public Library keys(String... paths) {
        return add(Use.KEY, Optional.of(Where.ANY), paths);
    }

    /** What was declared last is something else if one of these holds. */
    public Library notIf(Check... checks) {
        Api last = apis.removeLast();
        return add(last, List.of(checks), last.unverifiedIf(), last.weakIf());
    }

    /** What was declared last does not verify if one of these holds. */
    public Library unverifiedIf(Check... checks) {
        Api last = apis.removeLast();
        return add(last, last.notIf(), List.of(checks), last.weakIf());
    }

    /** What was declared last leaves a check out if one of these holds. */
    public Library weakIf(Check... checks) {
        Api last = apis.removeLast();
        return add(last, last.notIf(), last.unverifiedIf(), List.of(checks));
    }

    /**
     * What was declared last is only a step where this library is also used like that in the same
     * function, or in one that calls it or that it calls.
     */
    public Library unless(Use also) {
        Api last = apis.removeLast();
        apis.add(
                new Api(
                        name,
                        last.path(),
                        last.use(),
                        last.key(),
                        last.notIf(),
                        last.unverifiedIf(),
                        last.weakIf(),
                        Optional.of(also)));
        return this;
    }

    private Library add(Api like, List<Check> notIf, List<Check> unverifiedIf, List<Check> weakIf) {
        apis.add(
                new Api(
                        name,
                        like.path(),
                        like.use(),
                        like.key(),
                        notIf,
                        unverifiedIf,
                        weakIf,
                        like.unless()));
        return this;
    }

    private Library add(Use use, Optional<Where> key, String... paths) {
        for (String path : paths) {
            apis.add(
                    new Api(
                            name,
                            Path.of(path),
                            use,
                            key,
                            List.of(),
                            List.of(),
                            List.of(),
                            Optional.empty()));
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
