package dev.signet.token.forgery;

import dev.signet.token.verdict.Reason;
import java.util.ArrayList;
import java.util.List;

/** All forgeries, family by family. */
final class Forgeries {

    private final List<Forgery> all = new ArrayList<>();

    private Forgeries() {}

    static List<Forgery> all(Forge forge) {
        Forgeries forgeries = new Forgeries();
        new AlgorithmForgeries(forge, forgeries).collect();
        new KeyForgeries(forge, forgeries).collect();
        new SignatureForgeries(forge, forgeries).collect();
        new SpellingForgeries(forge, forgeries).collect();
        new JsonForgeries(forge, forgeries).collect();
        new TypeForgeries(forge, forgeries).collect();
        new ClaimForgeries(forge, forgeries).collect();
        new RevokedTokens(forge, forgeries).collect();
        return List.copyOf(forgeries.all);
    }

    void add(String kind, String token, Reason expected) {
        all.add(new Forgery(kind, token, expected));
    }
}
