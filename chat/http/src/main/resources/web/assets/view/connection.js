/** Says in the header how the page is connected. */

import { plural } from "../format.js";
import { byId } from "./dom.js";

const RESUMED_SHOWN_MS = 6_000;
const COUNT_MS = 250;

export class ConnectionView {
    #announce;
    #place = byId("connection");
    #text = this.#place.querySelector(".connection-text");
    #retry = byId("reconnect");
    #timer = 0;
    #wasReady = false;

    constructor(state, { announce, retry }) {
        this.#announce = announce;
        this.#retry.addEventListener("click", retry);
        state.on("connection", (connection) => this.#draw(connection));
        state.on("resumed", (events) => this.#resumed(events));
    }

    #draw(connection) {
        clearInterval(this.#timer);
        this.#retry.hidden = connection.name !== "waiting" && connection.name !== "offline";
        switch (connection.name) {
            case "ready":
                this.#ready();
                return;
            case "waiting":
                this.#waiting(connection.until);
                return;
            case "offline":
                this.#lost("offline", "Offline");
                return;
            case "refused":
                this.#lost("refused", `Not permitted${connection.reason ? `: ${connection.reason}` : ""}`);
                return;
            case "signed-out":
                this.#show("signed-out", signedOutText(connection));
                return;
            default:
                this.#show("connecting", this.#wasReady ? "Reconnecting…" : "Connecting…");
        }
    }

    #ready() {
        if (this.#wasReady) {
            this.#announce("Connected again.");
        }
        this.#wasReady = true;
        this.#show("connected", "Connected");
    }

    #waiting(until) {
        if (this.#place.dataset.state !== "waiting" && this.#wasReady) {
            this.#announce("Connection lost. Reconnecting.");
        }
        const count = () => {
            const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1_000));
            this.#show("waiting", `Reconnecting in ${seconds} s…`);
        };
        count();
        this.#timer = setInterval(count, COUNT_MS);
    }

    #lost(state, text) {
        if (this.#place.dataset.state !== state) {
            this.#announce(text);
        }
        this.#show(state, text);
    }

    #resumed(events) {
        if (events === 0 || this.#place.dataset.state !== "connected") {
            return;
        }
        const text = `Resumed, ${plural(events, "event")} caught up`;
        this.#show("resumed", text);
        this.#announce(`${text}.`);
        this.#timer = setTimeout(() => this.#show("connected", "Connected"), RESUMED_SHOWN_MS);
    }

    #show(state, text) {
        this.#place.dataset.state = state;
        if (this.#text.textContent !== text) {
            this.#text.textContent = text;
        }
    }
}

function signedOutText({ byUser, reason }) {
    if (byUser) {
        return "Signed out";
    }
    return reason === "expired" ? "Session expired" : "Signed out elsewhere";
}
