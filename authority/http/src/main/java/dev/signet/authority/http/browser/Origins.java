package dev.signet.authority.http.browser;

import java.net.URI;

/** Origins as policies and browsers write them. */
final class Origins {

    private Origins() {}

    /** Scheme, host and port of a registered address. */
    static String of(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
