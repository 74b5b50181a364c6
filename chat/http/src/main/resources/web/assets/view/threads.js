/** The list of conversations. */

import { ago, exact } from "../format.js";
import { byId, element, failure, icon, skeleton } from "./dom.js";

export class ThreadsView {
    #state;
    #actions;
    #list = byId("thread-list");

    /** @param actions `select(id)`, `remove(thread)`, `reload()` */
    constructor(state, actions) {
        this.#state = state;
        this.#actions = actions;
        ["threads", "thread", "named"].forEach((topic) => state.on(topic, () => this.#draw()));
        state.on("run", (run, applied) => applied.some((event) => event.seq === 1) && this.#draw());
        state.on("run", (run) => run.ended && this.#draw());
        this.#draw();
    }

    #draw() {
        const { status, list, problem } = this.#state.threads;
        const focused = document.activeElement?.closest?.("[data-thread-id]")?.dataset.threadId;
        this.#list.setAttribute("aria-busy", String(status === "loading"));
        this.#list.replaceChildren(this.#body(status, list, problem));
        if (focused !== undefined) {
            this.#list.querySelector(`[data-thread-id="${CSS.escape(focused)}"] a`)?.focus();
        }
    }

    #body(status, list, problem) {
        if (status === "loading") {
            return skeleton(3);
        }
        if (status === "error") {
            return failure("The conversations could not be loaded.", problem, () => this.#actions.reload());
        }
        if (list.length === 0) {
            return element("p", { class: "list-empty" }, "None yet. Ask something to start one.");
        }
        return element("ul", { class: "items" }, ...list.map((thread) => this.#item(thread)));
    }

    #item(thread) {
        const title = thread.title || "New conversation";
        const current = thread.id === this.#state.thread.id;
        const link = element(
            "a",
            { class: "item-link", href: `#/${thread.id}`, "aria-current": current ? "page" : null },
            element("span", { class: "item-title" }, title),
            this.#meta(thread),
        );
        const remove = element(
            "button",
            {
                class: "icon-button small item-action",
                type: "button",
                "data-action": "delete-thread",
                "aria-label": `Delete “${title}”`,
                onclick: () => this.#actions.remove(thread),
            },
            icon("trash"),
        );
        return element("li", { class: "item", "data-thread-id": thread.id }, link, remove);
    }

    #meta(thread) {
        const running = [...this.#state.runs.values()].some((run) => run.threadId === thread.id && !run.ended);
        if (running) {
            return element("span", { class: "item-meta running" }, "Running");
        }
        const at = thread.updated_at ?? thread.created_at;
        return element("time", { class: "item-meta", datetime: at, title: exact(at) }, ago(at));
    }
}
