package dev.signet.authority.grant;

import dev.signet.authority.refresh.RefreshTransaction;

/** A unit of work on codes and what they are exchanged for. */
public interface GrantTransaction extends RefreshTransaction {

    CodeTable codes();
}
