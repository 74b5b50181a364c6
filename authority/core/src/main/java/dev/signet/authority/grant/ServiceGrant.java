package dev.signet.authority.grant;

import dev.signet.authority.client.Scopes;
import dev.signet.token.access.IssuedToken;

/** What became of a service's wish for a token in its own name (RFC 6749 §4.4). */
public sealed interface ServiceGrant {

    record Issued(IssuedToken access, Scopes scopes) implements ServiceGrant {}

    record Refused(Grant.Error error, String description) implements ServiceGrant {}
}
