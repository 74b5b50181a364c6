package dev.signet.http.message;

/** Shows a problem to a person: asked instead of JSON where the caller accepts HTML. */
public interface ProblemPage {

    /** A whole document that loads nothing from elsewhere and needs no script. */
    String html(Problem problem, String supportCode);
}
