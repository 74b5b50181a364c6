package dev.signet.http.route;

/** Who may call a route. There is no default: a route without a caller does not compile. */
public enum Caller {
    /** Anybody; the endpoint gives away nothing and changes nothing without its own checks. */
    PUBLIC,
    /** An OAuth client that authenticates in the request itself (RFC 6749 §2.3). */
    CLIENT,
    /** A person with a valid access token. */
    USER,
    /** A service with a valid service token. */
    SERVICE,
    /** A person whose token carries {@code signet:admin}. */
    OPERATOR,
    /** A person in a browser, by session cookie and CSRF protection. */
    BROWSER
}
