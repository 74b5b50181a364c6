/** The box in which messages are written, with its send and stop buttons. */

import { byId } from "./dom.js";

const ROWS_MAX = 10;
const USUAL = "Enter sends, Shift + Enter starts a new line.";
const BUSY = "One message at a time: wait for the answer, or stop it.";

export class Composer {
    #state;
    #actions;
    #form = byId("composer-form");
    #box = byId("composer");
    #send = byId("send");
    #stop = byId("stop");
    #hint = byId("composer-hint");

    /** @param actions `send(text)`, `stop()`, `refusal(text)` */
    constructor(state, actions) {
        this.#state = state;
        this.#actions = actions;
        this.#form.addEventListener("submit", (event) => this.#submit(event));
        this.#box.addEventListener("input", () => this.#draw());
        this.#box.addEventListener("keydown", (event) => this.#key(event));
        this.#stop.addEventListener("click", () => this.#actions.stop());
        ["thread", "turn", "run", "connection"].forEach((topic) => state.on(topic, () => this.#draw()));
        this.#draw();
    }

    focus() {
        this.#box.focus();
    }

    #key(event) {
        if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            this.#form.requestSubmit();
        }
    }

    #submit(event) {
        event.preventDefault();
        const text = this.#box.value.trim();
        if (text === "" || this.#busy || this.#actions.refusal(text) !== "") {
            return;
        }
        this.#box.value = "";
        this.#actions.send(text);
        this.#draw();
    }

    get #busy() {
        const { thread, activeRun } = this.#state;
        return thread.delivering || thread.status !== "ready" || activeRun !== undefined;
    }

    #draw() {
        const run = this.#state.activeRun;
        const text = this.#box.value;
        const refusal = this.#actions.refusal(text);
        const hadFocus = document.activeElement === this.#stop || document.activeElement === this.#send;
        this.#stop.hidden = run === undefined;
        this.#send.hidden = run !== undefined;
        this.#stop.setAttribute("aria-disabled", String(run?.stopping === true));
        this.#send.setAttribute("aria-disabled", String(this.#busy || text.trim() === "" || refusal !== ""));
        this.#box.rows = Math.min(ROWS_MAX, text.split("\n").length);
        this.#drawHint(refusal, text);
        if (hadFocus && document.activeElement === document.body) {
            this.#box.focus();
        }
    }

    #drawHint(refusal, text) {
        const busy = this.#busy && this.#state.thread.status === "ready" && text.trim() !== "";
        this.#hint.dataset.kind = refusal !== "" ? "refusal" : busy ? "busy" : "usual";
        const hint = refusal || (busy ? BUSY : USUAL);
        if (this.#hint.textContent !== hint) {
            this.#hint.textContent = hint;
        }
    }
}
