/** One question, the timeline of its run and the answer. */

import { duration, plural } from "../format.js";
import { Answer } from "./answer.js";
import { element, icon } from "./dom.js";
import { endText, Timeline } from "./timeline.js";

const TICK_MS = 1_000;

export class TurnView {
    element = element("li", { class: "turn" });
    #turn;
    #actions;
    #run = null;
    #timeline = new Timeline();
    #answer = new Answer();
    #summary = element("span", { class: "run-summary" });
    #details;
    #runElement;
    #outcome = element("div", { class: "outcome", hidden: true });
    #delivery = element("div", { class: "delivery", hidden: true });
    #copy;
    #tick = 0;
    #touched = false;
    #loading = false;

    /** @param actions `sendAgain(turn)`, `loadEvents(run)` returning a promise */
    constructor(turn, actions) {
        this.#turn = turn;
        this.#actions = actions;
        this.#copy = this.#copyButton();
        this.#details = this.#timelineElement();
        this.#runElement = element(
            "div",
            { class: "run", hidden: true },
            element("h2", { class: "unseen" }, "Answer"),
            this.#details,
            this.#answer.element,
            this.#outcome,
            this.#copy,
        );
        this.element.append(question(turn.text), this.#delivery, this.#runElement);
        this.draw();
    }

    get runId() {
        return this.#turn.runId;
    }

    /** Shows how far the message has come. */
    draw() {
        const { delivery, problem } = this.#turn;
        this.#delivery.hidden = delivery === "accepted" || delivery === "sending";
        this.#delivery.dataset.delivery = delivery;
        if (delivery === "waiting") {
            this.#delivery.replaceChildren("Not sent yet. It goes out when the connection is back.");
        }
        if (delivery === "refused") {
            const again = () => this.#actions.sendAgain(this.#turn);
            this.#delivery.replaceChildren(
                element("span", {}, `Not sent. ${problem}`),
                element("button", { class: "link-button", type: "button", onclick: again }, "Send again"),
            );
        }
    }

    /** Ties the view to its run and draws what is known of it. */
    attach(run) {
        this.#run = run;
        this.element.dataset.runId = run.id;
        this.#runElement.hidden = false;
        run.events.forEach((event) => this.#timeline.add(event));
        this.#details.open = !run.ended || run.complete;
        this.#drawRun();
    }

    /** Draws events that have just become part of the run. */
    apply(events) {
        events.forEach((event) => this.#timeline.add(event));
        this.#drawRun();
    }

    /** Folds the timeline of a run that is no longer the newest, unless the user opened or closed it. */
    fold() {
        if (!this.#touched) {
            this.#details.open = false;
        }
    }

    /** Fetches and shows the events of an ended run. */
    async unfold() {
        const run = this.#run;
        if (run === null || run.complete || !run.ended || run.lost !== "" || this.#loading) {
            return;
        }
        this.#loading = true;
        this.#summary.textContent = "Loading the events…";
        try {
            await this.#actions.loadEvents(run);
            this.#details.open = true;
        } catch (problem) {
            this.#details.open = false;
            this.#summary.textContent = `The events could not be loaded. ${problem.message}`;
        }
        this.#loading = false;
    }

    /** Fetches why a run ended without an answer, since nothing else would say so; its timeline stays folded. */
    async explain() {
        const run = this.#run;
        const answered = run === null || !run.ended || run.complete || run.summary?.state === "completed";
        if (answered || run.lost !== "" || this.#loading) {
            return;
        }
        await this.#actions.loadEvents(run).catch(() => {}); // unfolding tries again and tells
    }

    dispose() {
        clearInterval(this.#tick);
    }

    #drawRun() {
        const run = this.#run;
        const state = stateOf(run);
        this.#runElement.dataset.state = state;
        this.#answer.show(run.answer || (run.complete ? "" : this.#turn.storedAnswer), !run.ended);
        this.#summary.textContent = this.#summaryText(state);
        this.#drawOutcome(run);
        this.#copy.hidden = !run.ended || this.#answer.text === "" || navigator.clipboard === undefined;
        this.#keepTime(!run.ended);
    }

    #summaryText(state) {
        const run = this.#run;
        const events = plural(Math.max(run.lastSeq, run.summary?.last_seq ?? 0), "event");
        if (run.lost !== "") {
            return "Interrupted";
        }
        if (run.outcome !== null) {
            const word = { completed: endText(run.outcome), failed: "Failed", stopped: "Stopped" }[state];
            return [word, events, run.tools > 0 ? plural(run.tools, "tool call") : ""].filter(Boolean).join(" · ");
        }
        if (run.ended) {
            return `${state[0].toUpperCase()}${state.slice(1)} · ${events}`;
        }
        const since = Date.parse(run.events[0]?.ts ?? this.#turn.createdAt);
        const seconds = Math.max(0, Date.now() - since);
        return `${run.stopping ? "Stopping" : "Working"}${seconds < TICK_MS ? "…" : ` for ${wholeSeconds(seconds)}`}`;
    }

    #drawOutcome(run) {
        const ending = run.outcome;
        this.#outcome.hidden = run.lost === "" && (ending === null || ending.type === "agent_completed");
        if (this.#outcome.hidden) {
            return;
        }
        const code = ending?.payload?.support_code;
        this.#outcome.replaceChildren(
            element("p", {}, run.lost || endText(ending)),
            ...(code ? [element("p", { class: "quiet" }, "Support code ", element("code", { class: "pick" }, code))] : []),
        );
    }

    #keepTime(running) {
        clearInterval(this.#tick);
        if (running) {
            this.#tick = setInterval(() => {
                this.#summary.textContent = this.#summaryText(stateOf(this.#run));
            }, TICK_MS);
        }
    }

    #timelineElement() {
        const summary = element(
            "summary",
            { onclick: () => (this.#touched = true) },
            element("span", { class: "run-light" }),
            this.#summary,
            icon("chevron"),
        );
        const details = element("details", { class: "timeline" }, summary, this.#timeline.element);
        details.addEventListener("toggle", () => details.open && this.unfold());
        return details;
    }

    #copyButton() {
        const button = element(
            "button",
            { class: "copy", type: "button", "data-action": "copy-answer", hidden: true },
            icon("copy"),
            element("span", {}, "Copy"),
        );
        button.addEventListener("click", async () => {
            await navigator.clipboard.writeText(this.#answer.text);
            button.replaceChildren(icon("check"), element("span", {}, "Copied"));
            setTimeout(() => button.replaceChildren(icon("copy"), element("span", {}, "Copy")), 2 * TICK_MS);
        });
        return button;
    }
}

function question(text) {
    return element(
        "div",
        { class: "question", "data-role": "question" },
        element("h2", { class: "unseen" }, "You asked"),
        element("p", { dir: "auto" }, text),
    );
}

function stateOf(run) {
    if (run.lost !== "") {
        return "failed";
    }
    if (run.outcome !== null) {
        return run.outcome.type.replace("agent_", "");
    }
    return run.ended ? (run.summary?.state ?? "completed") : "running";
}

function wholeSeconds(milliseconds) {
    return milliseconds < 60_000 ? `${Math.floor(milliseconds / 1_000)} s` : duration(milliseconds);
}
