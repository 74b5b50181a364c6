package dev.signet.authority;

import dev.signet.authority.account.Accounts;
import dev.signet.authority.account.EmailVerification;
import dev.signet.authority.account.PasswordResets;
import dev.signet.authority.audit.AuditTrail;
import dev.signet.authority.client.Clients;
import dev.signet.authority.grant.Authorizations;
import dev.signet.authority.grant.Grants;
import dev.signet.authority.grant.Logins;
import dev.signet.authority.refresh.RefreshTokens;
import dev.signet.authority.revocation.Feed;
import dev.signet.authority.revocation.Revocations;
import dev.signet.authority.session.Sessions;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.authority.signing.SigningKeys;
import dev.signet.authority.token.Tickets;
import dev.signet.authority.token.Validation;

/** All services of one running authority, ready for use. Safe for many threads. */
public record Authority(
        AuthoritySettings settings,
        Accounts accounts,
        EmailVerification emailVerification,
        PasswordResets passwordResets,
        Logins logins,
        Sessions sessions,
        Clients clients,
        Authorizations authorizations,
        Grants grants,
        RefreshTokens refreshTokens,
        Tickets tickets,
        SigningKeys signingKeys,
        Revocations revocations,
        Feed feed,
        AuditTrail audit,
        Validation validation,
        Housekeeping housekeeping) {

    /** Builds the services, reads what they keep in memory, and makes the first signing key. */
    public static Authority start(AuthoritySettings settings, Surroundings surroundings) {
        return new Assembly(settings, surroundings).start();
    }
}
