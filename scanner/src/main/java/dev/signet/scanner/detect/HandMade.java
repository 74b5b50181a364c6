package dev.signet.scanner.detect;

import dev.signet.scanner.code.Block;
import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.meaning.Value;
import dev.signet.scanner.source.Span;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tokens that are taken apart or put together without a library: a text is split at its dots, a
 * part is decoded from base64 and read as JSON; or it is encoded and signed with a MAC.
 */
final class HandMade {

    private static final Set<String> JSON_READS =
            WordList.set(
                    """
                    loads parse readValue readTree Unmarshal json_decode from_str from_slice Deserialize
                    fromJson decodeFromString JSONObject NewDecoder parseString parseToJsonElement
                    parseObject load parseMap decodeValue createReader JsonObject parseText toBean Parse
                    ParseValue DeserializeObject DeserializeAsync ReadObject jsonDecode deserialize
                    """);
    private static final Set<String> TOKEN_WORDS =
            Set.of("token", "jwt", "bearer", "claims", "claim", "jws", "payload");

    private static final Set<String> JWT_WORDS = Set.of("jwt", "jws");

    private static final Span NOWHERE = new Span(0, 0);

    private final CodeFile file;
    private final LibraryUses uses;
    private final Function script =
            new Function(NOWHERE, NOWHERE, "", List.of(), List.of(), Block.EMPTY);
    private final ByIdentity<Function, Traits> traits = new ByIdentity<>();
    private final ByIdentity<Expression, Rule> found = new ByIdentity<>();
    private final ByIdentity<Expression, Value.Origin> keys = new ByIdentity<>();

    private boolean headerWritten;

    /** What a function does with texts that might be tokens. */
    private enum Trait {
        SPLITS_AT_DOTS,
        FROM_BASE64,
        TO_BASE64,
        READS_JSON,
        MAC,
        WRITES_HEADER,
        NAMES_HEADER,
        NAMES_TOKENS,
        NAMES_A_TOKEN,
        NAMES_JWTS,
        NAMES_PAYLOAD,
        NAMED_JWT,
        HAS_THIRD_PART,
        DOTTED,
        SIGNED_REQUEST
    }

    private static final Set<Trait> APART =
            Set.of(Trait.SPLITS_AT_DOTS, Trait.FROM_BASE64, Trait.READS_JSON, Trait.NAMES_TOKENS);

    private static final Set<Trait> PARTS =
            Set.of(Trait.NAMES_A_TOKEN, Trait.NAMES_HEADER, Trait.NAMES_PAYLOAD);

    /** The traits of one function, and where each shows. */
    private static final class Traits {
        private final Map<Trait, Expression> own = new EnumMap<>(Trait.class);
        private final List<Called> calls = new ArrayList<>();
    }

    /** An own function, and where it is called. */
    private record Called(Function function, Expression at) {}

    HandMade(CodeFile file, LibraryUses uses) {
        this.file = file;
        this.uses = uses;
        file.sites().forEach(this::look);
        traits.forEach((_, one) -> headerWritten |= one.own.containsKey(Trait.WRITES_HEADER));
        traits.forEach(this::judge);
    }

    /** What that very expression is found to do. */
    Optional<Rule> of(Expression expression) {
        return found.get(expression);
    }

    /** The keys of the MACs that tokens are made or verified with. */
    List<Value.Origin> keys() {
        List<Value.Origin> used = new ArrayList<>();
        keys.forEach((mac, key) -> {
            if (found.has(mac)) {
                used.add(key);
            }
        });
        return used;
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
                own(call, site).forEach(own -> here.calls.add(new Called(own, call)));
            }
            case Expression.Text text -> text(text, here);
            case Expression.Name name -> {
                named(name, name.id(), here);
                header(name, site, here);
            }
            case Expression.Member member -> named(member, member.name(), here);
            case Expression.Index index -> {
                if (index.key() instanceof Expression.Digits key && key.digits().equals("2")) {
                    here.own.putIfAbsent(Trait.HAS_THIRD_PART, index);
                }
            }
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
        if (text.value().startsWith("$")) {
            named(text, text.value(), here); // what a shell fills in
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
            switch (word) {
                case "token", "bearer" -> here.own.putIfAbsent(Trait.NAMES_A_TOKEN, at);
                case "jwt", "jws" -> here.own.putIfAbsent(Trait.NAMES_JWTS, at);
                case "payload", "claims" -> here.own.putIfAbsent(Trait.NAMES_PAYLOAD, at);
                case "header" -> here.own.putIfAbsent(Trait.NAMES_HEADER, at);
                default -> {}
            }
        }
    }

    /** Own traits say where, those of the functions it calls help to see what it is. */
    private void judge(Function function, Traits own) {
        Set<Trait> all = all(function);
        if (takesApart(own, all)) {
            if (all.contains(Trait.MAC) && all.contains(Trait.SIGNED_REQUEST)) {
                return;
            }
            Rule rule = all.contains(Trait.MAC) ? Rule.LOCAL_DECODE : Rule.UNVERIFIED_DECODE;
            decoding(own).ifPresent(at -> found.put(at, rule));
            return;
        }
        if (all.contains(Trait.MAC) && all.contains(Trait.TO_BASE64)) {
            signs(own, all).ifPresent(at -> found.put(at, Rule.LOCAL_SIGN));
        }
    }

    private boolean takesApart(Traits own, Set<Trait> all) {
        if (!own.own.containsKey(Trait.SPLITS_AT_DOTS)) {
            return all.containsAll(APART) && joins(own);
        }
        boolean compares = own.own.containsKey(Trait.MAC) && all.contains(Trait.DOTTED);
        return all.contains(Trait.NAMES_TOKENS)
                && (all.containsAll(APART) || compares || isOfThreeParts(all, own));
    }

    /** Where a MAC is made to compare it, the token is verified; else where it is decoded. */
    private Optional<Expression> decoding(Traits own) {
        return Stream.of(Trait.MAC, Trait.FROM_BASE64, Trait.SPLITS_AT_DOTS)
                .filter(own.own::containsKey)
                .map(own.own::get)
                .findFirst()
                .or(() -> calling(own, Trait.FROM_BASE64));
    }

    /** Whether a function calls one that splits and another one that decodes. */
    private boolean joins(Traits own) {
        return own.calls.stream().noneMatch(called -> all(called.function()).containsAll(APART));
    }

    private Optional<Expression> calling(Traits own, Trait trait) {
        return own.calls.stream()
                .filter(called -> all(called.function()).contains(trait))
                .map(Called::at)
                .findFirst();
    }

    private Set<Trait> all(Function function) {
        Set<Trait> all = EnumSet.noneOf(Trait.class);
        collect(function, all, identities());
        return all;
    }

    /** Without JSON, which may be read elsewhere, the parts have to be those of a token. */
    private boolean isOfThreeParts(Set<Trait> all, Traits own) {
        boolean jwts = own.own.containsKey(Trait.NAMES_JWTS);
        if (all.contains(Trait.MAC)) {
            boolean base64 = all.contains(Trait.FROM_BASE64) || all.contains(Trait.TO_BASE64);
            return base64 && own.own.containsKey(Trait.HAS_THIRD_PART) && (jwts || writesHeader());
        }
        return own.own.containsKey(Trait.FROM_BASE64)
                && (jwts || own.own.keySet().containsAll(PARTS));
    }

    /** Whether the file has a token's header, in whichever function. */
    private boolean writesHeader() {
        return headerWritten;
    }

    /** The MAC of a token, or what calls it where the header is put before. */
    private Optional<Expression> signs(Traits own, Set<Trait> all) {
        boolean prepared =
                own.own.containsKey(Trait.NAMES_HEADER)
                        && traits.get(script)
                                .filter(outside -> outside.own.containsKey(Trait.WRITES_HEADER))
                                .isPresent();
        Expression mac = own.own.get(Trait.MAC);
        if (mac == null) {
            return prepared ? calling(own, Trait.MAC) : Optional.empty();
        }
        boolean joined = all.contains(Trait.DOTTED) && own.own.containsKey(Trait.NAMED_JWT);
        return prepared || joined || all.contains(Trait.WRITES_HEADER)
                ? Optional.of(mac)
                : Optional.empty();
    }

    private static Set<Function> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void collect(Function function, Set<Trait> into, Set<Function> seen) {
        Optional<Traits> here = traits.get(function);
        if (here.isEmpty() || !seen.add(function) || seen.size() > 32) {
            return;
        }
        into.addAll(here.get().own.keySet());
        here.get().calls.forEach(called -> collect(called.function(), into, seen));
    }
}
