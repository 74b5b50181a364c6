/** Keys that do what the mouse does. Single keys can be switched off in the list of shortcuts. */

import { byId } from "./dom.js";

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]";

export class Shortcuts {
    #actions;
    #dialog = byId("shortcuts");
    #singleKeys = byId("single-keys");

    /** @param actions `write next previous startNew sessions theme escape`, each a function */
    constructor(actions) {
        this.#actions = actions;
        document.addEventListener("keydown", (event) => this.#key(event));
        document.querySelector('[data-action="shortcuts"]').addEventListener("click", () => this.show());
    }

    show() {
        this.#dialog.showModal();
    }

    #key(event) {
        if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (document.querySelector("dialog[open]") !== null) {
            return;
        }
        if (event.key === "Escape") {
            this.#actions.escape();
            return;
        }
        const step = this.#stepOf(event.key);
        if (step !== undefined && this.#singleKeys.checked && !event.target.matches(TYPING)) {
            event.preventDefault();
            step();
        }
    }

    #stepOf(key) {
        const { write, next, previous, startNew, sessions, theme } = this.#actions;
        const steps = { "/": write, n: startNew, j: next, k: previous, s: sessions, t: theme, "?": () => this.show() };
        return Object.hasOwn(steps, key) ? steps[key] : undefined;
    }
}
