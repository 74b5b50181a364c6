package dev.signet.chat.http.authority;

import dev.signet.chat.context.Delegation;
import dev.signet.chat.context.UserContext;
import dev.signet.chat.http.authority.JsonFacts.UnreadableException;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.platform.AuthorityAccess;
import dev.signet.chat.platform.PlatformHealth;
import dev.signet.chat.platform.Profile;
import dev.signet.chat.platform.SecurityEvent;
import dev.signet.chat.platform.SessionFacts;
import dev.signet.chat.tool.ToolForbiddenException;
import dev.signet.chat.tool.ToolUnavailableException;
import dev.signet.verifier.VerifierStatus;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the authority with the user's own token, in bounded time, and believes nothing that does not
 * have the contract's form. Safe for many threads.
 */
public final class AuthorityClient implements AuthorityAccess, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityClient.class);

    private final AuthorityHttp http;
    private final AuthorityEndpoints endpoints;
    private final HealthCheck health;

    public AuthorityClient(
            AuthorityEndpoints endpoints,
            BackendLimits.Calls limits,
            Supplier<VerifierStatus> verifier,
            InstantSource clock) {
        this.http = new AuthorityHttp(limits);
        this.endpoints = endpoints;
        this.health = new HealthCheck(http, endpoints, verifier, clock);
    }

    /** The same connection to the authority, for a client that exchanges codes and tokens. */
    public TokenClient tokens(ClientCredential client) {
        return new TokenClient(http, endpoints, client);
    }

    @Override
    public Profile profile(UserContext context) throws InterruptedException {
        JsonFacts facts = get(endpoints.me(), context);
        try {
            return new Profile(
                    facts.text("id"),
                    facts.text("email"),
                    facts.optionalText("name"),
                    texts(facts.list("permissions")));
        } catch (UnreadableException e) {
            throw unreadable(e);
        }
    }

    private static Set<String> texts(List<?> elements) throws UnreadableException {
        Set<String> texts = new LinkedHashSet<>();
        for (Object element : elements) {
            texts.add(JsonFacts.as(String.class, "element", element));
        }
        return texts;
    }

    @Override
    public List<SessionFacts> sessions(UserContext context) throws InterruptedException {
        JsonFacts facts = get(endpoints.sessions(), context);
        try {
            List<SessionFacts> sessions = new ArrayList<>();
            for (Object element : facts.list("sessions")) {
                sessions.add(session(JsonFacts.object(element), context));
            }
            sessions.sort((one, other) -> other.lastUsedAt().compareTo(one.lastUsedAt()));
            return sessions;
        } catch (UnreadableException e) {
            throw unreadable(e);
        }
    }

    private static SessionFacts session(JsonFacts facts, UserContext context)
            throws UnreadableException {
        String sessionId = facts.text("sid");
        return new SessionFacts(
                sessionId,
                facts.instant("created_at"),
                facts.instant("last_used_at"),
                facts.text("client"),
                facts.optionalText("address"),
                facts.optionalText("user_agent"),
                sessionId.equals(context.sessionId()));
    }

    @Override
    public boolean endSession(UserContext context, String sessionId) throws InterruptedException {
        HttpRequest request =
                authorized(endpoints.session(sessionId), context.delegation()).DELETE().build();
        Reply reply = http.send(request);
        if (reply instanceof Reply.Answered(var status, var _)) {
            if (status == 204 || status == 200) {
                return true;
            }
            if (status == 404) {
                return false;
            }
        }
        throw refused(reply);
    }

    @Override
    public List<SecurityEvent> securityEvents(UserContext context, int max)
            throws InterruptedException {
        JsonFacts facts = get(endpoints.securityEvents(), context);
        try {
            List<SecurityEvent> events = new ArrayList<>();
            for (Object element : facts.list("events")) {
                if (events.size() < max) {
                    events.add(SecurityEvents.read(JsonFacts.object(element)));
                }
            }
            return events;
        } catch (UnreadableException e) {
            throw unreadable(e);
        }
    }

    @Override
    public PlatformHealth health(UserContext context) throws InterruptedException {
        return health.measure();
    }

    /** A ticket for one socket of that user. */
    public TicketAnswer ticket(Delegation delegation) throws InterruptedException {
        Reply reply = http.send(post(endpoints.ticket(), delegation));
        if (reply instanceof Reply.Answered(var status, var _)
                && (status == 401 || status == 403)) {
            return new TicketAnswer.Refused();
        }
        if (!(reply instanceof Reply.Answered answered) || !answered.ok()) {
            LOG.warn("event=ticket_unavailable why=\"{}\"", reply);
            return new TicketAnswer.Unavailable();
        }
        try {
            JsonFacts facts = JsonFacts.parse(answered.body());
            return new TicketAnswer.Issued(facts.text("ticket"), facts.number("expires_in"));
        } catch (UnreadableException e) {
            LOG.warn("event=ticket_unreadable member={}", e.getMessage());
            return new TicketAnswer.Unavailable();
        }
    }

    /** Ends the login at the authority; false when it did not say so. */
    public boolean logout(Delegation delegation) throws InterruptedException {
        Reply reply = http.send(post(endpoints.logout(), delegation));
        boolean done =
                reply instanceof Reply.Answered(var status, var _)
                        && (status < 300 || status == 401);
        if (!done) {
            LOG.warn("event=logout_not_confirmed why=\"{}\"", reply);
        }
        return done;
    }

    private static HttpRequest post(URI uri, Delegation delegation) {
        return authorized(uri, delegation)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
    }

    private static HttpRequest.Builder authorized(URI uri, Delegation delegation) {
        return AuthorityHttp.to(uri).header("Authorization", "Bearer " + delegation.reveal());
    }

    private JsonFacts get(URI uri, UserContext context) throws InterruptedException {
        Reply reply = http.send(authorized(uri, context.delegation()).GET().build());
        if (!(reply instanceof Reply.Answered answered) || !answered.ok()) {
            throw refused(reply);
        }
        try {
            return JsonFacts.parse(answered.body());
        } catch (UnreadableException e) {
            throw unreadable(e);
        }
    }

    private static RuntimeException refused(Reply reply) {
        if (reply instanceof Reply.Answered(var status, var _) && status == 403) {
            return new ToolForbiddenException("authority: " + reply);
        }
        return new ToolUnavailableException("authority: " + reply);
    }

    private static ToolUnavailableException unreadable(UnreadableException e) {
        return new ToolUnavailableException("authority: unreadable answer: " + e.getMessage());
    }

    @Override
    public void close() {
        http.close();
    }
}
