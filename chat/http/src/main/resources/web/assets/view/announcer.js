/** Tells a screen reader what others see happen: one sentence at a time, never each word of a streamed answer. */

import { byId } from "./dom.js";
import { endText } from "./timeline.js";

const ANSWER_CHARACTERS_MAX = 1_000;
const PAUSE_MS = 400;

export class Announcer {
    #place = byId("announcer");
    #waiting = [];
    #timer = 0;

    constructor(state) {
        state.on("run", (run, applied, past = false) => {
            if (!past && run.threadId === state.thread.id) {
                applied.forEach((event) => this.#event(run, event));
            }
        });
    }

    say(text) {
        this.#waiting.push(text);
        this.#timer ||= setTimeout(() => this.#next(), PAUSE_MS);
    }

    #event(run, event) {
        switch (event.type) {
            case "agent_started":
                this.say("Working on it.");
                return;
            case "tool_executing":
                this.say(`Using ${event.payload?.tool}.`);
                return;
            case "agent_completed":
                this.say(`Answer: ${shortened(run.answer)}`);
                return;
            case "agent_failed":
            case "agent_stopped":
                this.say(endText(event));
                return;
            default:
        }
    }

    #next() {
        this.#place.textContent = this.#waiting.splice(0).join(" ");
        this.#timer = 0;
    }
}

function shortened(text) {
    const plain = text.replace(/[*`#]/g, "");
    const rest = plain.length > ANSWER_CHARACTERS_MAX;
    return rest ? `${plain.slice(0, ANSWER_CHARACTERS_MAX)} … The rest is in the conversation.` : plain;
}
