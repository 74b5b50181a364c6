/** The conversation in view: its turns, or why there are none. */

import { byId, element, failure, icon, skeleton } from "./dom.js";
import { TurnView } from "./turn.js";

const NEAR_THE_END_PX = 80;
const EXPLAINED_MAX = 20;

const SUGGESTIONS = [
    "Which sessions do I have?",
    "Who am I?",
    "Explain my token",
    "What happened on my account lately?",
    "Is the platform healthy?",
    "What can you not do?",
];

export class ConversationView {
    #state;
    #actions;
    #scroller = byId("conversation");
    #body = byId("conversation-body");
    #latest = byId("latest");
    #turns = new Map();
    #list = null;
    #following = true;
    #top = 0;

    /** @param actions `send(text)`, `sendAgain(turn)`, `loadEvents(run)`, `reload()`, `startNew()` */
    constructor(state, actions) {
        this.#state = state;
        this.#actions = actions;
        state.on("thread", () => this.#draw());
        state.on("turn", (turn) => this.#drawTurn(turn));
        state.on("run", (run, applied) => this.#drawRun(run, applied));
        state.on("capabilities", () => this.#state.thread.turns.length === 0 && this.#draw());
        this.#scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
        this.#latest.addEventListener("click", () => this.#toEnd(true));
        this.#body.addEventListener("click", (event) => this.#pressed(event));
        new ResizeObserver(() => this.#resized()).observe(this.#body);
    }

    #draw() {
        const thread = this.#state.thread;
        this.#turns.forEach((view) => view.dispose());
        this.#turns.clear();
        this.#list = null;
        this.#body.setAttribute("aria-busy", String(thread.status === "loading"));
        this.#body.replaceChildren(this.#content(thread));
        this.#following = true;
        this.#toEnd(false);
        void [...this.#turns.values()].at(-1)?.unfold();
    }

    #content(thread) {
        switch (thread.status) {
            case "loading":
                return skeleton(4);
            case "signed-out":
                return "";
            case "missing":
                return this.#missing();
            case "error":
                return failure("The conversation could not be loaded.", thread.problem, () => this.#actions.reload());
            default:
                return thread.turns.length === 0 ? this.#welcome() : this.#turnList(thread.turns);
        }
    }

    #turnList(turns) {
        this.#list = element("ol", { class: "turns" });
        turns.forEach((turn) => this.#append(turn));
        const earlier = [...this.#turns.values()].slice(0, -1);
        earlier.forEach((view) => view.fold());
        earlier.slice(-EXPLAINED_MAX).forEach((view) => void view.explain());
        return this.#list;
    }

    #append(turn) {
        const view = new TurnView(turn, this.#actions);
        this.#turns.set(turn, view);
        this.#list.append(view.element);
        this.#attach(turn, view);
        return view;
    }

    #attach(turn, view) {
        const run = this.#state.runs.get(turn.runId);
        if (run !== undefined && view.element.dataset.runId === undefined) {
            view.attach(run);
        }
    }

    #drawTurn(turn) {
        const view = this.#turns.get(turn);
        if (view !== undefined) {
            view.draw();
            this.#attach(turn, view);
            return;
        }
        if (!this.#state.thread.turns.includes(turn)) {
            return;
        }
        if (this.#list === null) {
            this.#draw();
            return;
        }
        this.#turns.forEach((other) => other.fold());
        this.#append(turn);
        this.#toEnd(false);
    }

    #drawRun(run, applied) {
        const view = [...this.#turns.values()].find((candidate) => candidate.runId === run.id);
        view?.apply(applied);
    }

    #welcome() {
        const ask = (text) => () => this.#actions.send(text);
        return element(
            "div",
            { class: "welcome" },
            element("h2", {}, "Ask about your account"),
            element(
                "p",
                { class: "quiet" },
                "Answers come from tools that act as you, with your permissions. You see each step as it happens.",
            ),
            element(
                "ul",
                { class: "suggestions", "aria-label": "Suggestions" },
                ...SUGGESTIONS.map((text) =>
                    element("li", {}, element("button", { class: "suggestion", type: "button", onclick: ask(text) }, text)),
                ),
            ),
            this.#capabilities(),
        );
    }

    #capabilities() {
        const known = this.#state.capabilities;
        if (known === null) {
            return null;
        }
        const tools = (known.tools ?? []).map((tool) => [
            element("dt", {}, element("code", {}, tool.name)),
            element("dd", {}, tool.description, permission(tool)),
        ]);
        const limits = (known.cannot ?? []).map((sentence) => element("li", {}, sentence));
        return element(
            "details",
            { class: "capabilities" },
            element("summary", {}, icon("chevron"), "Tools and limits"),
            element("p", { class: "quiet" }, modelText(known.model)),
            element("dl", {}, ...tools.flat()),
            limits.length > 0 ? element("h3", {}, "What it cannot do") : null,
            limits.length > 0 ? element("ul", {}, ...limits) : null,
        );
    }

    #missing() {
        return element(
            "div",
            { class: "failure", role: "alert" },
            element("p", {}, "This conversation does not exist, or it is not yours."),
            element(
                "button",
                { class: "link-button", type: "button", onclick: () => this.#actions.startNew() },
                "New conversation",
            ),
        );
    }

    /** Only who scrolls up wants to stay: an answer that grows fast leaves the end below without anybody's doing. */
    #scrolled() {
        const up = this.#scroller.scrollTop < this.#top;
        this.#top = this.#scroller.scrollTop;
        this.#following = this.#atEnd || (this.#following && !up);
        this.#offerLatest();
    }

    get #atEnd() {
        const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
        return scrollHeight - scrollTop - clientHeight < NEAR_THE_END_PX;
    }

    #offerLatest() {
        this.#latest.hidden = this.#list === null || this.#following || this.#atEnd;
    }

    #resized() {
        if (this.#following && this.#list !== null) {
            this.#toEnd(false);
            return;
        }
        this.#offerLatest();
    }

    /** Who opens something wants to read it: the page stays where it is. */
    #pressed(event) {
        if (event.target.closest("summary") !== null) {
            this.#following = false;
        }
    }

    #toEnd(smoothly) {
        const still = !smoothly || matchMedia("(prefers-reduced-motion: reduce)").matches;
        const top = this.#list === null ? 0 : this.#scroller.scrollHeight;
        this.#scroller.scrollTo({ top, behavior: still ? "instant" : "smooth" });
        this.#top = this.#scroller.scrollTop;
        this.#following = true;
        this.#latest.hidden = true;
    }
}

function permission(tool) {
    return tool.permission ? element("span", { class: "quiet" }, " Needs ", element("code", {}, tool.permission), ".") : null;
}

function modelText(model) {
    return model ? `Language model: ${model}.` : "Built-in assistant, without a language model.";
}
