/** The one WebSocket of this page: opened with a ticket, renewed in band, opened again when it is lost. */

import { Fate, fateOf, waitMs } from "./backoff.js";

const PING_EVERY_MS = 25_000;
const PONG_WITHIN_MS = 10_000;
const READY_WITHIN_MS = 15_000;
const STABLE_AFTER_MS = 10_000;
const RENEW_AGAIN_MS = 5_000;
const RENEW_ATTEMPTS = 8;

/**
 * States told to `onState`: `connecting`, `ready` (with the server's greeting), `waiting` (with `until`, in
 * milliseconds since 1970), `offline`, `refused`, `signed-out` (with `reason`). Nothing follows the last two.
 */
export class Connection {
    #api;
    #onState;
    #onMessage;
    #socket = null;
    #state = "idle";
    #attempt = 0;
    #round = 0;
    #readyAt = 0;
    #suspicion = "";
    #timers = new Map();

    constructor({ api, onState, onMessage }) {
        this.#api = api;
        this.#onState = onState;
        this.#onMessage = onMessage;
    }

    get ready() {
        return this.#state === "ready";
    }

    async open() {
        if (this.#over) {
            return;
        }
        this.#drop();
        const round = ++this.#round;
        this.#enter("connecting");
        const ticket = await this.#ticket();
        if (ticket !== null && round === this.#round && !this.#over) {
            this.#dial(ticket);
        }
    }

    /** Ends a wait early; does nothing at any other time. */
    retryNow() {
        if (this.#state === "waiting" || this.#state === "offline") {
            void this.open();
        }
    }

    /** True if the message was handed to an authenticated socket; that is no promise of delivery. */
    send(message) {
        if (!this.ready || this.#socket.readyState !== WebSocket.OPEN) {
            return false;
        }
        this.#socket.send(JSON.stringify(message));
        return true;
    }

    /** Ends for good because the login did. */
    end(reason) {
        if (this.#over) {
            return;
        }
        this.#drop();
        this.#enter("signed-out", { reason: this.#suspicion || reason });
    }

    get #over() {
        return this.#state === "signed-out" || this.#state === "refused";
    }

    async #ticket() {
        const round = this.#round;
        try {
            return await this.#api.ticket();
        } catch (problem) {
            if (round === this.#round && !this.#over) {
                this.#ticketRefused(problem);
            }
            return null;
        }
    }

    #ticketRefused(problem) {
        if (problem.signedOut) {
            this.end(problem.reason);
            return;
        }
        if (problem.status === 403) {
            this.#enter("refused", { reason: problem.message });
            return;
        }
        const fate = problem.status === 429 ? Fate.AGAIN_LATER : Fate.AGAIN;
        this.#wait(fate, problem.retryAfterSeconds * 1_000);
    }

    #dial(ticket) {
        const url = new URL("/ws", location.href);
        url.protocol = location.protocol === "https:" ? "wss:" : "ws:";
        const socket = new WebSocket(url, ["signet.v1", `signet.ticket.${ticket}`]);
        const mine = (handler) => (event) => socket === this.#socket && handler(event);
        socket.addEventListener("message", mine((event) => this.#receive(event.data)));
        socket.addEventListener("close", mine((event) => this.#closed(event.code, event.reason)));
        this.#socket = socket;
        this.#after("ready", READY_WITHIN_MS, () => this.#lost());
    }

    #receive(text) {
        const message = parsed(text);
        switch (message?.type) {
            case undefined:
                return;
            case "connection_ready":
                this.#greeted(message);
                return;
            case "pong":
                this.#clear("pong");
                return;
            case "auth.expiring":
                void this.#renew(RENEW_ATTEMPTS);
                return;
            case "auth.renewed":
                this.#clear("renew");
                return;
            default:
                this.#onMessage(message);
        }
    }

    #greeted(message) {
        this.#clear("ready");
        this.#suspicion = "";
        this.#readyAt = Date.now();
        this.#after("ping", PING_EVERY_MS, () => this.#ping());
        this.#enter("ready", { greeting: message });
    }

    #ping() {
        this.send({ type: "ping" });
        this.#after("pong", PONG_WITHIN_MS, () => this.#lost());
        this.#after("ping", PING_EVERY_MS, () => this.#ping());
    }

    async #renew(attempts) {
        const round = this.#round;
        try {
            const ticket = await this.#api.ticket();
            if (round === this.#round) {
                this.send({ type: "auth.renew", ticket });
            }
        } catch (problem) {
            if (problem.signedOut) {
                this.end(problem.reason);
            }
        }
        if (round === this.#round && this.ready && attempts > 1) {
            this.#after("renew", RENEW_AGAIN_MS, () => this.#renew(attempts - 1));
        }
    }

    /** The other side is silent: what the socket thinks of itself no longer matters. */
    #lost() {
        this.#closed(1006, "");
    }

    #closed(code, reason) {
        const stable = this.#readyAt > 0 && Date.now() - this.#readyAt > STABLE_AFTER_MS;
        if (stable) {
            this.#attempt = 0;
        }
        this.#drop();
        switch (fateOf(code, reason)) {
            case Fate.SIGNED_OUT:
                this.end(reason);
                return;
            case Fate.REFUSED:
                this.#enter("refused", { reason });
                return;
            case Fate.ASK_FIRST:
                this.#suspicion = reason;
                stable ? void this.open() : this.#wait(Fate.AGAIN, 0);
                return;
            case Fate.AGAIN_LATER:
                this.#wait(Fate.AGAIN_LATER, 0);
                return;
            default:
                this.#wait(Fate.AGAIN, 0);
        }
    }

    #wait(fate, atLeastMs) {
        if (navigator.onLine === false) {
            this.#enter("offline");
            return;
        }
        const delay = Math.max(atLeastMs, waitMs(this.#attempt++, fate, Math.random()));
        this.#after("open", delay, () => this.open());
        this.#enter("waiting", { until: Date.now() + delay });
    }

    #enter(state, detail = {}) {
        this.#state = state;
        this.#onState({ name: state, ...detail });
    }

    #drop() {
        this.#timers.forEach((timer) => clearTimeout(timer));
        this.#timers.clear();
        const socket = this.#socket;
        this.#socket = null;
        this.#readyAt = 0;
        socket?.close();
    }

    #after(name, delay, step) {
        this.#clear(name);
        this.#timers.set(name, setTimeout(step, delay));
    }

    #clear(name) {
        clearTimeout(this.#timers.get(name));
        this.#timers.delete(name);
    }
}

function parsed(text) {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}
