/** Everything the page shows, in memory only: it is gone when the page is. */

export class State {
    me = null;
    capabilities = null;
    connection = { name: "connecting" };
    /** True from the moment the user asks to be signed out here. */
    leaving = false;
    limits = { frameBytes: 65_536, messageBytes: Infinity };
    threads = loading();
    sessions = loading();
    thread = new Thread(null);
    runs = new Map();
    #listeners = new Map();

    /**
     * Topics: `me`, `capabilities`, `threads`, `sessions`, `thread` (another one, or loaded), `named` (a new thread has
     * its id), `turn` (which), `run` (which, events, whether they are from the past), `connection`, `resumed` (how many
     * events).
     */
    on(topic, listener) {
        const listeners = this.#listeners.get(topic) ?? [];
        this.#listeners.set(topic, [...listeners, listener]);
    }

    tell(topic, ...details) {
        (this.#listeners.get(topic) ?? []).forEach((listener) => listener(...details));
    }

    /** The run that the stop button means, or undefined. */
    get activeRun() {
        return this.thread.turns
            .map((turn) => this.runs.get(turn.runId))
            .findLast((run) => run !== undefined && !run.ended);
    }

    get title() {
        const listed = this.threads.list.find((thread) => thread.id === this.thread.id);
        return listed?.title || (this.thread.id === null ? "New conversation" : "Conversation");
    }

    /** Removes what belongs to the login that has ended. */
    forget() {
        this.me = null;
        this.threads = { status: "ready", list: [], problem: null };
        this.sessions = { status: "ready", list: [], problem: null };
        this.thread = new Thread(null);
        this.thread.status = "signed-out";
        this.runs.clear();
    }
}

/** The conversation in view; without an id until its first message is accepted. */
export class Thread {
    /** `ready`, `loading`, `missing`, `error` or `signed-out`. */
    status = "ready";
    problem = null;
    turns = [];

    constructor(id) {
        this.id = id;
    }

    /** True while a message is on its way to the server. */
    get delivering() {
        return this.turns.some((turn) => turn.delivery === "sending" || turn.delivery === "waiting");
    }
}

/** One question and the run that answers it. `delivery`: accepted, sending, waiting (for a connection) or refused. */
export class Turn {
    runId = null;
    delivery = "accepted";
    problem = "";
    storedAnswer = "";

    constructor(key, text, createdAt) {
        this.key = key;
        this.text = text;
        this.createdAt = createdAt;
    }
}

function loading() {
    return { status: "loading", list: [], problem: null };
}
