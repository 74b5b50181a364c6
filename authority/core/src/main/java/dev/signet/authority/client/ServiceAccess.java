package dev.signet.authority.client;

import dev.signet.authority.limit.Words;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client may do in its own name.
 *
 * @param rights what it may ask the authority
 * @param permissions what its own tokens may do elsewhere; a person's tokens carry the person's
 * @param audiences for whom its own tokens are good; empty for the settings' services
 */
public record ServiceAccess(
        Set<ClientRight> rights, Set<String> permissions, Set<String> audiences) {

    /** Nothing at all. */
    public static final ServiceAccess NONE = of();

    public ServiceAccess {
        rights = Set.copyOf(rights);
        permissions = Words.checked("permissions", permissions);
        audiences = Words.checked("audiences", audiences);
    }

    /** Those rights, and nothing elsewhere. */
    public static ServiceAccess of(ClientRight... rights) {
        return new ServiceAccess(Set.of(rights), Set.of(), Set.of());
    }

    public boolean may(ClientRight right) {
        return rights.contains(right);
    }

    /** The scopes by which its tokens use its rights. */
    Set<String> rightScopes() {
        return rights.stream()
                .filter(ClientRight::needsServiceToken)
                .map(ClientRight::code)
                .collect(Collectors.toUnmodifiableSet());
    }
}
