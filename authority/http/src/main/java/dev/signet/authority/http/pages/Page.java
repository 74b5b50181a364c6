package dev.signet.authority.http.pages;

/** What one page shows. Values are plain text; escaping is the template's business. */
public sealed interface Page
        permits ErrorPage,
                ForgotPasswordPage,
                LoginPage,
                NoticePage,
                RegisterPage,
                ResetPasswordPage,
                SignOutPage,
                SignedOutPage,
                VerifyEmailPage {

    /** The template's file name below {@code src/main/jte}. */
    String template();
}
