package dev.signet.authority.http.pages;

import java.util.Optional;

/**
 * The rules a new password is told to follow, and why the last one was refused.
 *
 * @param lengthMin in characters, at least 1
 */
public record NewPassword(int lengthMin, Optional<String> problem) {
    public NewPassword {
        if (lengthMin < 1) {
            throw new IllegalArgumentException("lengthMin: at least 1, not " + lengthMin);
        }
    }
}
