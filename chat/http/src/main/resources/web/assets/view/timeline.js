/** The events of one run, drawn as they happen. */

import { clock, duration, exact, offset, plural } from "../format.js";
import { element, icon } from "./dom.js";

const SHOWN_CHARACTERS_MAX = 20_000;

const STOPPED = {
    user: "You stopped this run.",
    revoked_session: "This session was signed out.",
    revoked_token: "This session was signed out.",
    revoked_subject: "You were signed out everywhere.",
    inactive_subject: "The account is not active.",
    expired: "The login expired.",
    authority_unavailable: "The authority could not be reached for too long. Ask again in a moment.",
    shutdown: "The server is restarting. Ask again in a moment.",
};

export class Timeline {
    element = element("ol", { class: "events", "aria-label": "Events of this run" });
    #tools = new Map();
    #answer = null;
    #startedAt = null;
    #agent = "";

    add(event) {
        this.#startedAt ??= event.ts;
        switch (event.type) {
            case "agent_started":
                this.#agent = event.agent ?? "";
                this.#row(event, "start", ["The agent ", code(this.#agent || "agent"), " took this on"]);
                return;
            case "agent_thinking":
                this.#row(event, "thought", [...this.#speaker(event), event.payload?.text ?? ""]);
                return;
            case "tool_executing":
                this.#toolStarted(event);
                return;
            case "tool_completed":
                this.#toolEnded(event);
                return;
            case "answer_delta":
                this.#answerGrew(event);
                return;
            default:
                this.#ended(event);
        }
    }

    #speaker(event) {
        return event.agent && event.agent !== this.#agent ? [code(event.agent), ": "] : [];
    }

    #row(event, kind, content) {
        const row = element("li", { class: "event", "data-kind": kind }, this.#line(event, content));
        this.element.append(row);
        return row;
    }

    #line(event, content) {
        return element(
            "div",
            { class: "event-line", "data-event": event.type, "data-seq": event.seq },
            element("div", { class: "event-text" }, ...content),
            element("code", { class: "event-name" }, event.type),
            element("span", { class: "event-seq" }, `#${event.seq}`),
            this.#time(event),
        );
    }

    #time(event) {
        const first = event.seq === 1;
        const shown = first ? clock(event.ts) : offset(this.#startedAt, event.ts);
        return element("time", { class: "event-time", datetime: event.ts, title: exact(event.ts) }, shown);
    }

    #toolStarted(event) {
        const { tool, arguments: given, tool_call_id: id } = event.payload ?? {};
        const row = this.#row(event, "tool", ["Using ", code(tool ?? "tool")]);
        row.dataset.toolCallId = id;
        row.dataset.state = "running";
        const details = element(
            "details",
            { class: "tool-details" },
            element("summary", {}, icon("chevron"), element("span", {}, "Arguments")),
            pane("Arguments", given ?? {}),
        );
        row.append(details);
        this.#tools.set(id, { row, details });
    }

    #toolEnded(event) {
        const { tool_call_id: id, tool, ok, result, duration_ms: milliseconds } = event.payload ?? {};
        const took = Number.isFinite(milliseconds) ? ` in ${duration(milliseconds)}` : "";
        const why = !ok && result?.detail ? `: ${result.detail}` : "";
        const line = this.#line(event, [ok ? `Done${took}` : `Failed${took}${why}`]);
        const started = this.#tools.get(id);
        if (started === undefined) {
            this.#row(event, "tool", [code(tool ?? "tool"), ok ? ` done${took}` : ` failed${took}`]);
            return;
        }
        started.row.dataset.state = ok ? "ok" : "failed";
        started.row.firstElementChild.querySelector(".event-text").replaceChildren("Used ", code(tool ?? "tool"));
        started.details.before(line);
        started.details.querySelector("summary span").textContent = "Arguments and result";
        started.details.append(pane("Result", result ?? null));
    }

    #answerGrew(event) {
        if (this.#answer === null) {
            this.#answer = { row: this.#row(event, "answer", ["Writing the answer"]), first: event.seq, parts: 0 };
        }
        const { row, first } = this.#answer;
        this.#answer.parts += 1;
        const line = row.firstElementChild;
        line.dataset.seq = event.seq;
        line.querySelector(".event-seq").textContent = first === event.seq ? `#${first}` : `#${first}–${event.seq}`;
        line.querySelector(".event-time").replaceWith(this.#time(event));
    }

    #ended(event) {
        if (this.#answer !== null) {
            const text = this.#answer.row.querySelector(".event-text");
            text.replaceChildren(`Wrote the answer in ${plural(this.#answer.parts, "part")}`);
        }
        this.#tools.forEach(({ row }) => abandoned(row));
        this.#row(event, ...ending(event));
    }
}

/** One sentence about how a run ended. */
export function endText(event) {
    const { duration_ms: milliseconds, detail, reason } = event.payload ?? {};
    switch (event.type) {
        case "agent_completed":
            return Number.isFinite(milliseconds) ? `Completed in ${duration(milliseconds)}` : "Completed";
        case "agent_failed":
            return detail || "The run failed.";
        case "agent_stopped":
            return STOPPED[reason] ?? `Stopped: ${reason ?? "no reason given"}.`;
        default:
            return event.type;
    }
}

/** The kind of the last row and its content; the sentence for people stands below the timeline. */
function ending(event) {
    const { code: problem, reason } = event.payload ?? {};
    switch (event.type) {
        case "agent_completed":
            return ["completed", [endText(event)]];
        case "agent_failed":
            return ["failed", problem ? ["Failed: ", code(problem)] : ["Failed"]];
        case "agent_stopped":
            return ["stopped", reason ? ["Stopped: ", code(reason)] : ["Stopped"]];
        default:
            return ["other", [event.type]];
    }
}

/** A tool that was at work when its run ended never answers. */
function abandoned(row) {
    if (row.dataset.state === "running") {
        row.dataset.state = "stopped";
        row.querySelector(".event-text").append(", not finished");
    }
}

function pane(title, value) {
    return element(
        "div",
        { class: "pane" },
        element("p", { class: "pane-title" }, title),
        element("pre", { tabindex: "0", role: "group", "aria-label": title }, element("code", {}, readable(value))),
    );
}

function readable(value) {
    const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
    const rest = text.length - SHOWN_CHARACTERS_MAX;
    return rest > 0 ? `${text.slice(0, SHOWN_CHARACTERS_MAX)}\n… ${rest} more characters` : text;
}

function code(text) {
    return element("code", {}, text);
}
