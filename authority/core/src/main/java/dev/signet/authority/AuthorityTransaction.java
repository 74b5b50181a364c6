package dev.signet.authority;

import dev.signet.authority.client.ClientTransaction;
import dev.signet.authority.grant.GrantTransaction;
import dev.signet.authority.signing.SigningTransaction;
import dev.signet.authority.token.TicketTransaction;

/** Everything that a store of the authority keeps. */
public interface AuthorityTransaction
        extends GrantTransaction, TicketTransaction, ClientTransaction, SigningTransaction {}
