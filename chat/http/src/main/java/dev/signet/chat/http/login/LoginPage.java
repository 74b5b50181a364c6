package dev.signet.chat.http.login;

import dev.signet.http.message.Answer;

/** The page that says why nobody was signed in. All its texts are ours. */
enum LoginPage {
    STALE(
            400,
            "This sign-in is out of date",
            "It was started more than ten minutes ago or in another browser, or it was"
                    + " already completed."),
    MALFORMED(400, "This sign-in request is not right", "The link is incomplete or was altered."),
    CANCELLED(403, "You are not signed in", "The sign-in was not completed."),
    WRONG_ANSWER(
            502,
            "The sign-in could not be confirmed",
            "The authority's answer did not match this sign-in, so it was not used."),
    NOT_PERMITTED(
            403, "You may not use the chat", "Your account does not have the permission for it."),
    UNAVAILABLE(
            503,
            "Signing in is not possible right now",
            "The fault is on our side. Please try again in a moment.");

    private final int status;
    private final String title;
    private final String detail;

    LoginPage(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    Answer answer() {
        Answer page =
                Answer.html(
                        status,
                        """
                        <!doctype html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark">
                        <meta name="robots" content="noindex">
                        <title>%1$s · Signet</title>
                        <link rel="icon" href="/assets/favicon.svg" type="image/svg+xml">
                        <link rel="stylesheet" href="/assets/base.css">
                        </head>
                        <body>
                        <main class="notice-page">
                        <h1>%1$s</h1>
                        <p>%2$s</p>
                        <p><a class="button primary" href="/login">Sign in</a></p>
                        </main>
                        </body>
                        </html>
                        """
                                .formatted(title, detail));
        return status == 503 ? page.with("Retry-After", "5") : page;
    }
}
