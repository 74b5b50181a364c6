package dev.signet.authority.http.browser;

import dev.signet.authority.http.pages.ErrorPage;
import dev.signet.authority.http.pages.Link;
import dev.signet.authority.http.pages.Pages;
import dev.signet.http.message.Problem;
import dev.signet.http.message.ProblemPage;
import java.util.Optional;

/** What people read when something went wrong. */
public record ProblemPages(Pages pages) implements ProblemPage {

    @Override
    public String html(Problem problem, String supportCode) {
        return pages.html(
                new ErrorPage(
                        title(problem),
                        problem.detail(),
                        problem.action(),
                        Optional.of(supportCode),
                        next(problem)));
    }

    private static String title(Problem problem) {
        return switch (problem.code()) {
            case "untrusted_request" -> "This sign-in request is not right";
            case VisitorGuard.STALE_FORM -> "This form is out of date";
            case "not_found" -> "There is nothing here";
            case "too_many_requests" -> "Too many requests";
            default -> problem.status() >= 500 ? "That was our fault" : "This did not work";
        };
    }

    private static Optional<Link> next(Problem problem) {
        return problem.status() == 404
                ? Optional.of(new Link("/", "To the start page"))
                : Optional.empty();
    }
}
