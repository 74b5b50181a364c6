package dev.signet.scanner.remedy;

import dev.signet.scanner.source.Position;
import dev.signet.scanner.source.Source;
import dev.signet.scanner.source.Span;
import dev.signet.scanner.syntax.Grammar;
import dev.signet.scanner.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces {@code jwt.decode(token, …)} of PyJWT where its result is returned or kept as a whole: a
 * function that asks the authority gives the same dictionary and raises the same error.
 */
final class PythonFix implements Fix {

    private static final String NAME = "_claims_by_authority";

    private static final String HELPER =
            """
            def _claims_by_authority(token):
                ""\"Claims of a token that the authority calls active (RFC 7662).""\"
                import base64, json, os, urllib.parse, urllib.request

                client = os.environ["SIGNET_CLIENT"] + ":" + os.environ["SIGNET_CLIENT_SECRET"]
                request = urllib.request.Request(
                    os.environ["SIGNET_AUTHORITY"] + "/oauth2/introspect",
                    data=urllib.parse.urlencode({"token": token}).encode(),
                    headers={"Authorization": "Basic " + base64.b64encode(client.encode()).decode()},
                )
                with urllib.request.urlopen(request, timeout=5) as answer:  # OSError: answer 503
                    claims = json.load(answer)
                if not claims.get("active"):
                    raise jwt.InvalidTokenError("refused by the authority")
                return claims


            """;

    private final Source source;
    private final SyntaxNode file;

    PythonFix(Source source) {
        this.source = source;
        this.file = Grammar.PYTHON.parse(source);
    }

    @Override
    public Optional<Edit> at(Position place) {
        return importsPyJwt() ? find(file, place, new ArrayList<>()) : Optional.empty();
    }

    private boolean importsPyJwt() {
        return file.each("import_statement").stream()
                .flatMap(statement -> statement.children("name").stream())
                .anyMatch(name -> name.text().equals("jwt"));
    }

    private Optional<Edit> find(SyntaxNode node, Position place, List<SyntaxNode> above) {
        if (node.is("call") && isThere(node, place)) {
            return isWhole(above) ? edit(node) : Optional.empty();
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
        return call.child("function")
                .filter(function -> function.text().equals("jwt.decode"))
                .flatMap(function -> function.child("attribute"))
                .map(name -> source.position(name.at().start()).equals(place))
                .orElse(false);
    }

    /** Returned or assigned to one name, and not on an event loop, which must not wait. */
    private static boolean isWhole(List<SyntaxNode> above) {
        SyntaxNode parent = above.getLast();
        boolean kept =
                parent.is("assignment")
                        && parent.child("left").filter(left -> left.is("identifier")).isPresent();
        return (kept || parent.is("return_statement"))
                && above.stream()
                        .filter(node -> node.is("function_definition"))
                        .noneMatch(node -> node.has("async"));
    }

    private static Optional<Edit> edit(SyntaxNode call) {
        return call.child("arguments")
                .map(SyntaxNode::children)
                .filter(arguments -> !arguments.isEmpty())
                .map(List::getFirst)
                .filter(token -> token.is("identifier") || token.is("attribute"))
                .map(token -> new Edit(call.at(), NAME + "(" + token.text() + ")"));
    }

    /** The function goes in front of the first one that is there. */
    @Override
    public List<Edit> helpers() {
        for (SyntaxNode child : file.children()) {
            if (child.is("function_definition")
                    || child.is("class_definition")
                    || child.is("decorated_definition")) {
                return List.of(Edit.insert(lineStart(child.at()), HELPER));
            }
        }
        return List.of();
    }

    private int lineStart(Span at) {
        return source.span(source.position(at.start()).line()).start();
    }
}
