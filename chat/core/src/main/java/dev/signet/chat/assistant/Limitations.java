package dev.signet.chat.assistant;

import java.util.ArrayList;
import java.util.List;

/** What the backend cannot do, in whole sentences, for those who ask and for those who try. */
public final class Limitations {
    static final String PASSWORD = "I cannot see, change or reset passwords.";
    static final String ACCOUNT =
            "I cannot change your name, e-mail address or permissions, or delete your account.";
    static final String OTHERS = "I cannot see or do anything in other users' accounts.";
    static final String TOKEN = "I never show a token itself, only what it says.";
    static final String GENERAL =
            "No language model is connected, so I cannot answer general questions or write texts.";

    private Limitations() {}

    /** Of the built-in assistant alone. */
    public static List<String> withoutModel() {
        List<String> all = new ArrayList<>(withModel());
        all.add(GENERAL);
        return List.copyOf(all);
    }

    /** What also a language model cannot do here. */
    public static List<String> withModel() {
        return List.of(PASSWORD, ACCOUNT, OTHERS, TOKEN);
    }
}
