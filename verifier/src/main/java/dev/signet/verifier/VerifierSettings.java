package dev.signet.verifier;

import dev.signet.token.access.TokenProfile;
import dev.signet.token.key.CryptoProvider;
import dev.signet.verifier.authority.AuthorityAddress;
import dev.signet.verifier.authority.Machine;
import dev.signet.verifier.authority.ServiceCredential;
import dev.signet.verifier.authority.VerifierLimits;

/** Everything that a verifier is told at its start. */
record VerifierSettings(
        AuthorityAddress address,
        TokenProfile profile,
        ServiceCredential credential,
        Staleness staleness,
        CryptoProvider crypto,
        VerifierLimits limits,
        Machine machine) {}
