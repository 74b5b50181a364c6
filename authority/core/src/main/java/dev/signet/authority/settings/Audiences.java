package dev.signet.authority.settings;

import java.util.HashSet;
import java.util.Set;

/**
 * For whom tokens are made ({@code aud}, RFC 9068 §2.2).
 *
 * @param user of people's access tokens
 * @param service of services' access tokens; another one
 * @param further for whom services may get tokens besides; at most {@value #FURTHER_MAX}
 */
public record Audiences(String user, String service, Set<String> further) {

    private static final int FURTHER_MAX = 64;

    public Audiences {
        further = Set.copyOf(further);
        if (user.isEmpty() || service.isEmpty() || user.equals(service)) {
            throw new IllegalArgumentException("audiences: one for people, another for services");
        }
        if (further.size() > FURTHER_MAX) {
            throw new IllegalArgumentException("audiences: at most " + FURTHER_MAX + " further");
        }
    }

    /** {@code signet-platform} and {@code signet-services}. */
    public static Audiences standard() {
        return new Audiences("signet-platform", "signet-services", Set.of());
    }

    /** All of them. */
    public Set<String> all() {
        Set<String> all = new HashSet<>(further);
        all.add(user);
        all.add(service);
        return all;
    }
}
