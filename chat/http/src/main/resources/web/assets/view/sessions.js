/** The user's sessions, each with a button that ends it. */

import { ago, device, exact } from "../format.js";
import { byId, element, failure, skeleton } from "./dom.js";

export class SessionsView {
    #state;
    #actions;
    #list = byId("sessions");
    #ending = new Set();

    /** @param actions `signOut(session)` returning a promise, `reload()` */
    constructor(state, actions) {
        this.#state = state;
        this.#actions = actions;
        state.on("sessions", () => this.#draw());
        this.#draw();
    }

    #draw() {
        const { status, list, problem } = this.#state.sessions;
        const focused = document.activeElement?.closest?.("#sessions [data-sid]")?.dataset.sid;
        this.#list.setAttribute("aria-busy", String(status === "loading"));
        this.#list.replaceChildren(this.#body(status, list, problem));
        if (focused !== undefined) {
            this.#refocus(focused);
        }
    }

    #refocus(sid) {
        const same = this.#list.querySelector(`[data-sid="${CSS.escape(sid)}"] button`);
        (same ?? document.querySelector('[data-action="refresh-sessions"]')).focus();
    }

    #body(status, list, problem) {
        if (status === "loading") {
            return skeleton(2);
        }
        if (status === "error") {
            return failure("The sessions could not be loaded.", problem, () => this.#actions.reload());
        }
        const currentFirst = [...list].sort((a, b) => Number(b.current) - Number(a.current));
        return element("ul", { class: "items" }, ...currentFirst.map((session) => this.#item(session)));
    }

    #item(session) {
        const name = device(session.user_agent);
        const used = session.last_used_at ?? session.created_at;
        const where = [session.address, session.client].filter(Boolean).join(" · ");
        return element(
            "li",
            { class: "item session", "data-sid": session.sid, "data-current": session.current ? "true" : null },
            element(
                "div",
                { class: "item-body" },
                element("span", { class: "item-title", title: session.user_agent || null }, name),
                element("span", { class: "item-meta" }, where),
                session.current
                    ? element("span", { class: "item-meta this" }, "This session")
                    : element("time", { class: "item-meta", datetime: used, title: exact(used) }, `Used ${ago(used)}`),
            ),
            this.#button(session, name),
        );
    }

    #button(session, name) {
        const ending = this.#ending.has(session.sid);
        return element(
            "button",
            {
                class: "link-button",
                type: "button",
                "data-action": "sign-out-session",
                "aria-label": session.current ? "Sign out this session" : `Sign out ${name}, ${session.address ?? ""}`,
                "aria-disabled": ending ? "true" : null,
                onclick: () => this.#end(session),
            },
            ending ? "Signing out…" : "Sign out",
        );
    }

    async #end(session) {
        if (this.#ending.has(session.sid)) {
            return;
        }
        this.#ending.add(session.sid);
        this.#draw();
        await this.#actions.signOut(session);
        this.#ending.delete(session.sid);
        this.#draw();
    }
}
