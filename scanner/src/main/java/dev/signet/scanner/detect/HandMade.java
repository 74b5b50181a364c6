package dev.signet.scanner.detect;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.meaning.Value;
import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens that are taken apart or put together without a library: a text is split at its dots, a
 * part is decoded from base64 and read as JSON; or it is encoded and signed with a MAC.
 */
final class HandMade {

    private static final Set<String> JSON_READS =
            Set.of(
                    "loads",
                    "parse",
                    "readValue",
                    "readTree",
                    "Unmarshal",
                    "json_decode",
                    "from_str",
                    "from_slice",
                    "Deserialize",
                    "fromJson",
                    "decodeFromString",
                    "JSONObject",
                    "NewDecoder",
                    "parseString",
                    "parseToJsonElement",
                    "parseObject",
                    "load",
                    "parseMap",
                    "decodeValue",
                    "createReader",
                    "JsonObject",
                    "parseText",
                    "toBean",
                    "Parse",
                    "ParseValue",
                    "DeserializeObject",
                    "DeserializeAsync",
                    "ReadObject",
                    "jsonDecode",
                    "deserialize");
    private static final Set<String> TOKEN_WORDS =
            Set.of("token", "jwt", "bearer", "claims", "claim", "jws", "payload");

    private static final Set<String> JWT_WORDS = Set.of("jwt", "jws");

    private static final Span NOWHERE = new Span(0, 0);

    private final CodeFile file;
    private final LibraryUses uses;
    private final Function script =
            new Function(NOWHERE, NOWHERE, "", List.of(), List.of(), Block.EMPTY);
    private final Map<Function, Traits> traits = new IdentityHashMap<>();
    private final Map<Expression, Rule> found = new IdentityHashMap<>();
    private final Map<Expression, Value.Origin> keys = new IdentityHashMap<>();

    /** What a function does with texts that might be tokens. */
    private enum Trait {
        SPLITS_AT_DOTS,
        FROM_BASE64,
        TO_BASE64,
        READS_JSON,
        MAC,
        WRITES_HEADER,
        NAMES_TOKENS,
        NAMED_JWT,
        DOTTED,
        SIGNED_REQUEST
    }

    /** The traits of one function, and where each shows. */
    private static final class Traits {
        private final Map<Trait, Expression> own = new EnumMap<>(Trait.class);
        private final Set<Function> calls = identities();
    }

    HandMade(CodeFile file, LibraryUses uses) {
        this.file = file;
        this.uses = uses;
        file.sites().forEach(this::look);
        traits.forEach(this::judge);
    }

    /** What that very expression is found to do. */
    Optional<Rule> of(Expression expression) {
        return Optional.ofNullable(found.get(expression));
    }

    /** The keys of the MACs that tokens are made or verified with. */
    List<Value.Origin> keys() {
        return keys.entrySet().stream()
                .filter(entry -> found.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    void report(Report report) {
        found.forEach((expression, rule) ->
                report.add(
                        rule,
                        Confidence.MEDIUM,
                        Places.of(expression),
                        "code without a library " + rule.says()));
    }

    private void look(Site site) {
        Function function = site.function().orElse(script);
        Traits here = traits.computeIfAbsent(function, HandMade::begun);
        if (DottedTexts.puts(site.expression())) {
            here.own.putIfAbsent(Trait.DOTTED, site.expression());
        }
        switch (site.expression()) {
            case Expression.Call call -> {
                called(call, site, here);
                own(call, site).forEach(here.calls::add);
            }
            case Expression.Text text -> text(text, here);
            case Expression.Name name -> {
                named(name, name.id(), here);
                header(name, site, here);
            }
            case Expression.Member member -> named(member, member.name(), here);
            default -> {}
        }
    }

    /** A header that is a constant outside of the function. */
    private void header(Expression.Name name, Site site, Traits here) {
        if (Words.of(name.id()).contains("header")
                && file.meaning().values(name, site.scope()).stream().anyMatch(HandMade::hasAlg)) {
            here.own.putIfAbsent(Trait.WRITES_HEADER, name);
        }
    }

    private static boolean hasAlg(Value value) {
        return switch (value) {
            case Value.Constant constant -> constant.text().contains("\"alg\"");
            case Value.Table table -> table.entries().containsKey("alg");
            default -> false;
        };
    }

    private static Traits begun(Function function) {
        Traits traits = new Traits();
        Expression at = new Expression.Nothing(function.nameAt());
        List<String> words = Words.of(function.name());
        if (!Collections.disjoint(words, TOKEN_WORDS)) {
            traits.own.put(Trait.NAMES_TOKENS, at);
        }
        if (!Collections.disjoint(words, JWT_WORDS)) {
            traits.own.put(Trait.NAMED_JWT, at);
        }
        return traits;
    }

    private List<Function> own(Expression.Call call, Site site) {
        List<Function> functions = new ArrayList<>();
        for (Value value : file.meaning().values(call.callee(), site.scope())) {
            if (value instanceof Value.Own own) {
                functions.add(own.function());
            }
        }
        return functions;
    }

    private void called(Expression.Call call, Site site, Traits here) {
        String name = Names.last(call.callee());
        if (DottedTexts.takesApart(call, name, site, file.meaning())) {
            here.own.putIfAbsent(Trait.SPLITS_AT_DOTS, call);
        }
        if (JSON_READS.contains(name) && uses.of(call).isEmpty()) {
            here.own.putIfAbsent(Trait.READS_JSON, call);
        }
        if (Base64Calls.decodes(call, name, site, file.meaning())) {
            here.own.putIfAbsent(Trait.FROM_BASE64, call);
        }
        if (Base64Calls.encodes(call, name, site, file.meaning())) {
            here.own.putIfAbsent(Trait.TO_BASE64, call);
        }
        if (Base64Calls.isMac(call, name, file.meaning(), site) && uses.of(call).isEmpty()) {
            here.own.putIfAbsent(Trait.MAC, call);
            Base64Calls.keyOfMac(call, name)
                    .ifPresent(key -> keys.put(call, new Value.Origin(key, site.scope())));
        }
    }

    private static void text(Expression.Text text, Traits here) {
        if (text.value().equals("alg") || text.value().contains("\"alg\"")) {
            here.own.putIfAbsent(Trait.WRITES_HEADER, text);
        }
        if (text.value().equals("exp") || text.value().startsWith("Bearer")) {
            here.own.putIfAbsent(Trait.NAMES_TOKENS, text);
        }
    }

    private static void named(Expression at, String name, Traits here) {
        if (name.equals("alg")) {
            here.own.putIfAbsent(Trait.WRITES_HEADER, at);
        }
        List<String> words = Words.of(name);
        if (words.contains("signed") && words.contains("request")) {
            here.own.putIfAbsent(Trait.SIGNED_REQUEST, at); // what Facebook sends
        }
        for (String word : words) {
            if (TOKEN_WORDS.contains(word)) {
                here.own.putIfAbsent(Trait.NAMES_TOKENS, at);
            }
        }
    }

    /** Own traits say where, those of the functions it calls help to see what it is. */
    private void judge(Function function, Traits own) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        collect(function, all, identities());
        Expression mac = own.own.get(Trait.MAC);
        Expression split = own.own.get(Trait.SPLITS_AT_DOTS);
        if (split != null && all.contains(Trait.NAMES_TOKENS)) {
            boolean reads = all.contains(Trait.FROM_BASE64) && all.contains(Trait.READS_JSON);
            boolean judges = mac != null && all.contains(Trait.DOTTED);
            if (reads || judges) {
                takenApart(own, split, all);
                return;
            }
        }
        boolean header =
                all.contains(Trait.WRITES_HEADER)
                        || (all.contains(Trait.DOTTED) && own.own.containsKey(Trait.NAMED_JWT));
        if (mac != null && all.contains(Trait.TO_BASE64) && header) {
            found.put(mac, Rule.LOCAL_SIGN);
        }
    }

    /** Where a MAC is made to compare it, the token is verified. */
    private void takenApart(Traits own, Expression split, Set<Trait> all) {
        if (all.contains(Trait.MAC)) {
            if (!all.contains(Trait.SIGNED_REQUEST)) {
                found.put(first(own, split, Trait.MAC, Trait.FROM_BASE64), Rule.LOCAL_DECODE);
            }
            return;
        }
        found.put(first(own, split, Trait.FROM_BASE64), Rule.UNVERIFIED_DECODE);
    }

    private static Expression first(Traits own, Expression otherwise, Trait... traits) {
        for (Trait trait : traits) {
            if (own.own.containsKey(trait)) {
                return own.own.get(trait);
            }
        }
        return otherwise;
    }

    private static Set<Function> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void collect(Function function, Set<Trait> into, Set<Function> seen) {
        Traits here = traits.get(function);
        if (here == null || !seen.add(function) || seen.size() > 32) {
            return;
        }
        into.addAll(here.own.keySet());
        here.calls.forEach(called -> collect(called, into, seen));
    }
}
