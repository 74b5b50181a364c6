/** A run as this page knows it: its events in order, each once, none missing. */

const EARLY_MAX = 2_000;
const TERMINAL = new Set(["agent_completed", "agent_failed", "agent_stopped"]);

export class Run {
    lastSeq = 0;
    events = [];
    answer = "";
    agent = "";
    outcome = null;
    summary = null;
    lost = "";
    stopping = false;
    #early = new Map();

    constructor(id, threadId) {
        this.id = id;
        this.threadId = threadId;
    }

    /** True once nothing more can happen, whether or not this page has seen the end. */
    get ended() {
        return this.outcome !== null || this.lost !== "" || endedBefore(this.summary);
    }

    /** True if a later event has arrived while an earlier one is missing. */
    get hasGap() {
        return this.#early.size > 0;
    }

    /** True if every event of an ended run is here. */
    get complete() {
        return this.outcome !== null;
    }

    get tools() {
        return this.events.filter((event) => event.type === "tool_executing").length;
    }

    /** What the server's list of runs says about it. */
    describe(summary) {
        this.summary = summary;
        this.agent ||= summary.agent ?? "";
    }

    /** Takes one event; returns those that are now part of the run, in order: none for a repeat, many when a gap closes. */
    accept(event) {
        const repeated = event.seq <= this.lastSeq || this.#early.has(event.seq);
        if (repeated || this.complete || this.#early.size >= EARLY_MAX) {
            return [];
        }
        this.#early.set(event.seq, event);
        const applied = [];
        for (let next; (next = this.#early.get(this.lastSeq + 1)) !== undefined && !this.complete; ) {
            this.#early.delete(next.seq);
            this.#apply(next);
            applied.push(next);
        }
        return applied;
    }

    #apply(event) {
        this.lastSeq = event.seq;
        this.events.push(event);
        this.agent ||= event.agent ?? "";
        if (event.type === "answer_delta") {
            this.answer += event.payload?.text ?? "";
        }
        if (event.type === "agent_completed") {
            this.answer = event.payload?.answer ?? this.answer;
        }
        if (TERMINAL.has(event.type)) {
            this.outcome = event;
            this.#early.clear();
        }
    }
}

function endedBefore(summary) {
    return summary !== null && (Boolean(summary.ended_at) || ["completed", "failed", "stopped"].includes(summary.state));
}
