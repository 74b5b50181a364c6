package dev.signet.authority.account;

import dev.signet.authority.credential.CredentialSource;
import java.net.URI;
import java.time.InstantSource;

/**
 * How mails with codes are made and leave.
 *
 * @param page the address of the page where such a code is typed
 */
public record MailRoom(
        Postbox postbox, CredentialSource credentials, URI page, InstantSource clock) {}
