package dev.signet.chat.platform;

import java.util.Optional;
import java.util.Set;

/**
 * The user's account as the authority knows it.
 *
 * @param name empty when the user gave none
 */
public record Profile(String userId, String email, Optional<String> name, Set<String> permissions) {
    public Profile {
        permissions = Set.copyOf(permissions);
    }
}
