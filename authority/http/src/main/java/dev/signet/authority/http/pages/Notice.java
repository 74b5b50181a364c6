package dev.signet.authority.http.pages;

/** One sentence above a form: what went wrong, or what has just been done. */
public record Notice(Tone tone, String text) {
    /** A refusal, read out at once. */
    public static Notice problem(String text) {
        return new Notice(Tone.PROBLEM, text);
    }

    /** Something that went well. */
    public static Notice done(String text) {
        return new Notice(Tone.DONE, text);
    }

    /** The word for style sheets. */
    public String kind() {
        return tone == Tone.PROBLEM ? "problem" : "done";
    }

    /** What a screen reader makes of it. */
    public String role() {
        return tone == Tone.PROBLEM ? "alert" : "status";
    }

    /** How it is meant. */
    public enum Tone {
        PROBLEM,
        DONE
    }
}
