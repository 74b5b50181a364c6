package dev.signet.chat.tool;

import dev.signet.chat.context.CurrentVerdict;
import dev.signet.chat.context.UserContext;
import dev.signet.chat.event.Plain;
import dev.signet.chat.limit.ChatLimits;
import dev.signet.chat.tool.ToolResult.Cause;
import dev.signet.chat.tool.ToolResult.Refused;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tools there are, and the only way to use one: unknown names, bad arguments and missing
 * permissions are refused, and before a tool acts the user's verdict is asked for again.
 */
public final class ToolBox {
    private static final Logger LOG = LoggerFactory.getLogger(ToolBox.class);

    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private final CurrentVerdict verdicts;
    private final ChatLimits.Texts limits;

    public ToolBox(List<? extends Tool> tools, CurrentVerdict verdicts, ChatLimits.Texts limits) {
        this.verdicts = verdicts;
        this.limits = limits;
        for (Tool tool : tools) {
            if (this.tools.put(tool.spec().name(), tool) != null) {
                throw new IllegalArgumentException("two tools named " + tool.spec().name());
            }
        }
    }

    /** All tools, in the order in which they are shown. */
    public List<ToolSpec> specs() {
        return tools.values().stream().map(Tool::spec).toList();
    }

    /** Whether there is a tool of that name. */
    public boolean has(String name) {
        return tools.containsKey(name);
    }

    /** Uses a tool in the user's name. Never throws for what a user or a model asked for. */
    public ToolResult use(UserContext context, String name, Map<String, Object> arguments)
            throws InterruptedException {
        Tool tool = tools.get(name);
        if (tool == null) {
            return new Refused(Cause.UNKNOWN_TOOL, "There is no tool of that name.");
        }
        Optional<Refused> refusal =
                refusedArguments(tool.spec(), arguments)
                        .or(() -> refusedPermission(tool.spec(), context));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return bounded(tool.spec(), guarded(tool, context, new Arguments(arguments)));
    }

    private Optional<Refused> refusedArguments(ToolSpec spec, Map<String, Object> arguments) {
        if (Plain.bytes(arguments) > limits.toolArgumentBytes()) {
            return refused(Cause.INVALID_ARGUMENTS, "The arguments are too long.");
        }
        for (String name : arguments.keySet()) {
            if (spec.parameters().stream().noneMatch(p -> p.name().equals(name))) {
                return refused(Cause.INVALID_ARGUMENTS, "The tool takes no argument of that name.");
            }
        }
        for (Parameter parameter : spec.parameters()) {
            Object value = arguments.get(parameter.name());
            boolean good = value == null ? !parameter.required() : parameter.admits(value);
            if (!good) {
                return refused(
                        Cause.INVALID_ARGUMENTS,
                        "The argument " + parameter.name() + " is missing or not as described.");
            }
        }
        return Optional.empty();
    }

    /** A tool that acts is not judged by the request's identity but by the present one. */
    private Optional<Refused> refusedPermission(ToolSpec spec, UserContext context) {
        if (!spec.acts()) {
            return missing(spec, context.identity());
        }
        return switch (verdicts.now(context)) {
            case Verdict.Valid(var identity) -> missing(spec, identity);
            case Verdict.Invalid _ ->
                    refused(Cause.NOT_AUTHENTICATED, "Your sign-in is no longer valid.");
            case Verdict.Unavailable _ ->
                    refused(
                            Cause.UNAVAILABLE,
                            "Your sign-in cannot be confirmed at the moment, so nothing was changed.");
        };
    }

    private static Optional<Refused> missing(ToolSpec spec, Identity identity) {
        return spec.permission()
                .filter(permission -> !identity.may(permission))
                .map(permission ->
                        new Refused(
                                Cause.NOT_PERMITTED,
                                "This needs the permission " + permission + "."));
    }

    private static ToolResult guarded(Tool tool, UserContext context, Arguments arguments)
            throws InterruptedException {
        try {
            return tool.use(context, arguments);
        } catch (ToolUnavailableException e) {
            LOG.warn(
                    "event=tool_unavailable tool={} user={} cause={}",
                    tool.spec().name(),
                    context.userId(),
                    e.getMessage());
            return new Refused(Cause.UNAVAILABLE, "The authority does not answer at the moment.");
        } catch (ToolForbiddenException e) {
            LOG.info(
                    "event=tool_forbidden tool={} user={} cause={}",
                    tool.spec().name(),
                    context.userId(),
                    e.getMessage());
            return new Refused(Cause.NOT_PERMITTED, "This sign-in was not allowed to do that.");
        } catch (RuntimeException e) {
            LOG.error("event=tool_failed tool={} user={}", tool.spec().name(), context.userId(), e);
            return new Refused(Cause.FAILED, "The tool failed; the fault is ours.");
        }
    }

    private ToolResult bounded(ToolSpec spec, ToolResult result) {
        if (Plain.bytes(result.facts()) <= limits.toolResultBytes()) {
            return result;
        }
        LOG.warn("event=tool_result_too_large tool={}", spec.name());
        return new Refused(Cause.RESULT_TOO_LARGE, "The result is too large to show.");
    }

    private static Optional<Refused> refused(Cause cause, String detail) {
        return Optional.of(new Refused(cause, detail));
    }
}
