package dev.signet.authority.settings;

import dev.signet.token.access.Environment;
import java.time.Duration;

/**
 * How long what is issued stays good.
 *
 * @param access user access and id tokens; 1 s to 2 h
 * @param service service access tokens; 1 s to 1 h
 * @param refreshIdle how long an unused refresh token lives, and with it the session
 * @param refreshAbsolute how long a login lives however much it is used; up to 90 d
 * @param ticket up to 30 s
 * @param code authorization codes; up to 60 s
 * @param concurrentRefresh how long after its first use a public client may show a refresh token
 *     again from the same place; up to 60 s, zero for never
 */
public record Lifetimes(
        Duration access,
        Duration service,
        Duration refreshIdle,
        Duration refreshAbsolute,
        Duration ticket,
        Duration code,
        Duration concurrentRefresh) {

    private static final Duration CONCURRENT_REFRESH_MAX = Duration.ofSeconds(60);

    public Lifetimes {
        check("access", access, Duration.ofHours(2));
        check("service", service, Duration.ofHours(1));
        check("refresh idle", refreshIdle, refreshAbsolute);
        check("refresh absolute", refreshAbsolute, Duration.ofDays(90));
        check("ticket", ticket, Duration.ofSeconds(30));
        check("code", code, Duration.ofSeconds(60));
        if (concurrentRefresh.isNegative()
                || concurrentRefresh.compareTo(CONCURRENT_REFRESH_MAX) > 0) {
            throw new IllegalArgumentException(
                    "concurrent refresh: 0 s to 60 s, not " + concurrentRefresh);
        }
    }

    /** The lifetimes that fit an environment unless its operator knows better. */
    public static Lifetimes of(Environment environment) {
        return switch (environment) {
            case DEVELOPMENT -> of(Duration.ofHours(2), Duration.ofDays(30));
            case TEST -> of(Duration.ofMinutes(5), Duration.ofDays(1));
            case STAGING -> of(Duration.ofMinutes(30), Duration.ofDays(14));
            case PRODUCTION -> of(Duration.ofMinutes(15), Duration.ofDays(7));
        };
    }

    private static Lifetimes of(Duration access, Duration refreshIdle) {
        return new Lifetimes(
                access,
                Duration.ofMinutes(60),
                refreshIdle,
                Duration.ofDays(90),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10));
    }

    /** The same with another life of access tokens. */
    public Lifetimes withAccess(Duration access) {
        return new Lifetimes(
                access, service, refreshIdle, refreshAbsolute, ticket, code, concurrentRefresh);
    }

    /** The same with other lives of refresh tokens. */
    public Lifetimes withRefresh(Duration idle, Duration absolute) {
        return new Lifetimes(access, service, idle, absolute, ticket, code, concurrentRefresh);
    }

    /** The same with another time for concurrent refreshes. */
    public Lifetimes withConcurrentRefresh(Duration within) {
        return new Lifetimes(access, service, refreshIdle, refreshAbsolute, ticket, code, within);
    }

    /** The longest that any token issued now can live. */
    public Duration longestToken() {
        return access.compareTo(service) > 0 ? access : service;
    }

    private static void check(String name, Duration life, Duration max) {
        if (life.compareTo(Duration.ofSeconds(1)) < 0 || life.compareTo(max) > 0) {
            throw new IllegalArgumentException(name + ": 1 s to " + max + ", not " + life);
        }
    }
}
