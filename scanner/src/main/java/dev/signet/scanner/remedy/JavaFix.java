package dev.signet.scanner.remedy;

import dev.signet.scanner.source.Position;
import dev.signet.scanner.source.Source;
import dev.signet.scanner.syntax.Grammar;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces verifications of java-jwt and jjwt whose result nobody looks at: what counts is only
 * that they throw, and the verifier's answer becomes the same exception.
 */
final class JavaFix implements Fix {

    private static final Set<String> VERIFIES =
            Set.of(
                    "verify",
                    "parseClaimsJws",
                    "parseSignedClaims",
                    "parse",
                    "parsePlaintextJws",
                    "parseSignedContent");

    private static final String NAME = "verifiedByAuthority";

    private static final String HELPER =
            """

                /** Asks the authority's verifier, which follows revocations; started once. */
                private static final dev.signet.verifier.Verifier AUTHORITY =
                        dev.signet.verifier.Verifier.builder()
                                .authority(java.net.URI.create(System.getenv("SIGNET_AUTHORITY")))
                                .audiences(java.util.Set.of(System.getenv("SIGNET_AUDIENCE")))
                                .environment(System.getenv("SIGNET_ENVIRONMENT"))
                                .credential(
                                        new dev.signet.verifier.authority.ServiceCredential(
                                                System.getenv("SIGNET_CLIENT"),
                                                System.getenv("SIGNET_CLIENT_SECRET")))
                                .start();

                private static void verifiedByAuthority(String token) {
                    switch (AUTHORITY.verify(token).name()) {
                        case "VALID":
                            return;
                        case "INVALID":
                            throw new EXCEPTION("refused by the authority");
                        default: // UNAVAILABLE: the fault is ours; answer 503, never 401
                            throw new IllegalStateException("the authority gave no verdict");
                    }
                }
            """;

    private final Source source;
    private final SyntaxNode file;

    JavaFix(Source source) {
        this.source = source;
        this.file = Grammar.JAVA.parse(source);
    }

    @Override
    public Optional<Edit> at(Position place) {
        return exception().isPresent() ? find(file, place, new ArrayList<>()) : Optional.empty();
    }

    /** What the file's library throws when it refuses a token. */
    private Optional<String> exception() {
        List<String> imports =
                file.each("import_declaration").stream().map(SyntaxNode::text).toList();
        boolean jjwt = imports.stream().anyMatch(name -> name.contains("io.jsonwebtoken."));
        boolean javaJwt = imports.stream().anyMatch(name -> name.contains("com.auth0.jwt."));
        if (jjwt == javaJwt) {
            return Optional.empty();
        }
        return Optional.of(
                jjwt
                        ? "io.jsonwebtoken.JwtException"
                        : "com.auth0.jwt.exceptions.JWTVerificationException");
    }

    private Optional<Edit> find(SyntaxNode node, Position place, List<SyntaxNode> above) {
        if (node.is("method_invocation") && isThere(node, place)) {
            return above.getLast().is("expression_statement") ? edit(node) : Optional.empty();
        }
        above.add(node);
        for (SyntaxNode child : node.children()) {
            Optional<Edit> found = find(child, place, above);
            if (found.isPresent()) {
                return found;
            }
        }
        above.removeLast();
        return Optional.empty();
    }

    private boolean isThere(SyntaxNode call, Position place) {
        return call.child("name")
                .filter(name -> VERIFIES.contains(name.text()))
                .map(name -> source.position(name.at().start()).equals(place))
                .orElse(false);
    }

    private static Optional<Edit> edit(SyntaxNode call) {
        return call.child("arguments")
                .map(SyntaxNode::children)
                .filter(arguments -> arguments.size() == 1)
                .map(List::getFirst)
                .filter(token -> token.is("identifier") || token.is("field_access"))
                .map(token -> new Edit(call.at(), NAME + "(" + token.text() + ")"));
    }

    /** At the beginning of the only class that the file has. */
    @Override
    public List<Edit> helpers() {
        List<SyntaxNode> classes = file.each("class_declaration");
        Optional<String> exception = exception();
        if (classes.size() != 1 || exception.isEmpty()) {
            return List.of();
        }
        String helper = HELPER.substring(1).replace("EXCEPTION", exception.get()) + "\n";
        return classes.getFirst()
                .child("body")
                .map(body -> body.at().start() + 1)
                .filter(offset -> source.bytes()[offset] == '\n')
                .map(offset -> List.of(Edit.insert(offset + 1, helper)))
                .orElse(List.of());
    }
}
