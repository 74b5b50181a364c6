/** Conversations: choosing one, sending a message, and taking in what the server says about runs. */

import { Run } from "./run.js";
import { Thread, Turn } from "./state.js";

const ACCEPTED_WITHIN_MS = 20_000;
const GAP_ASKED_EVERY_MS = 2_000;
const CATCH_UP_STARTS_WITHIN_MS = 2_000;
const CATCH_UP_PAUSE_MS = 250;
const CATCH_UP_MS = 600;
const ENVELOPE_BYTES = 512;

export class Chat {
    #api;
    #state;
    #connection;
    #report;
    #outbox = new Map();
    #gapTimers = new Map();
    #catchUp = null;

    /** @param report shows a problem that belongs to no place on the page */
    constructor({ api, state, connection, report }) {
        this.#api = api;
        this.#state = state;
        this.#connection = connection;
        this.#report = report;
    }

    async loadThreads() {
        const threads = this.#state.threads;
        try {
            threads.list = await this.#api.threads();
            threads.status = "ready";
        } catch (problem) {
            threads.problem = problem;
            threads.status = threads.list.length > 0 ? "ready" : "error";
        }
        this.#state.tell("threads");
    }

    /** Shows a stored conversation, or an empty one for null. */
    async open(threadId) {
        const thread = new Thread(threadId);
        this.#state.thread = thread;
        this.#forgetEndedRuns();
        thread.status = threadId === null ? "ready" : "loading";
        this.#state.tell("thread");
        if (threadId !== null) {
            await this.#load(thread);
        }
    }

    async deleteThread(threadId) {
        await this.#api.deleteThread(threadId);
        const threads = this.#state.threads;
        threads.list = threads.list.filter((thread) => thread.id !== threadId);
        this.#state.tell("threads");
    }

    /** Says why a text cannot be sent, or nothing. */
    refusal(text) {
        const { frameBytes, messageBytes } = this.#state.limits;
        const fits = bytesOf(text) <= messageBytes && bytesOf(JSON.stringify(text)) + ENVELOPE_BYTES <= frameBytes;
        return fits ? "" : "This message is too long. Shorten it to send it.";
    }

    send(text) {
        const turn = new Turn(randomKey(), text, new Date().toISOString());
        const thread = this.#state.thread;
        thread.turns.push(turn);
        this.#outbox.set(turn.key, { turn, thread, timer: 0 });
        this.#post(turn.key);
        this.#state.tell("turn", turn);
    }

    /** Sends a refused message once more, under the same key: the server never takes it twice. */
    sendAgain(turn) {
        turn.problem = "";
        this.#outbox.set(turn.key, { turn, thread: this.#state.thread, timer: 0 });
        this.#post(turn.key);
        this.#state.tell("turn", turn);
    }

    stop() {
        const run = this.#state.activeRun;
        if (run === undefined || run.stopping) {
            return;
        }
        run.stopping = true;
        this.#state.tell("run", run, []);
        if (!this.#connection.send({ type: "stop", run_id: run.id })) {
            this.#stopOverHttp(run);
        }
    }

    /** Fetches the events of a run that ended before this page was looking. */
    async loadEvents(run) {
        const events = await this.#api.events(run.id, run.lastSeq);
        const applied = events.flatMap((event) => run.accept(event));
        this.#state.tell("run", run, applied, true);
    }

    /** To be called each time the socket is ready. */
    resumeAll() {
        const running = [...this.#state.runs.values()].filter((run) => !run.ended);
        const pending = [...this.#outbox.keys()];
        if (running.length > 0) {
            this.#catchUp = { events: 0, timer: 0 };
            this.#endCatchUpIn(CATCH_UP_STARTS_WITHIN_MS);
        }
        running.forEach((run) => this.#resume(run));
        pending.forEach((key) => this.#post(key));
    }

    receive(message) {
        if (message.type === "chat_accepted") {
            this.#accepted(message);
            return;
        }
        if (message.type === "error") {
            this.#refused(message);
            return;
        }
        if (typeof message.run_id === "string" && Number.isInteger(message.seq)) {
            this.#takeIn(message);
        }
    }

    async #load(thread) {
        try {
            const [messages, runs] = await Promise.all([this.#api.messages(thread.id), this.#api.runs(thread.id)]);
            if (this.#state.thread !== thread) {
                return;
            }
            runs.forEach((summary) => this.#runOf(summary.id, thread.id).describe(summary));
            thread.turns = turnsOf(messages, runs);
            thread.status = "ready";
            this.#resumeOpenRuns(thread);
        } catch (problem) {
            thread.problem = problem;
            thread.status = problem.status === 404 ? "missing" : "error";
        }
        if (this.#state.thread === thread) {
            this.#state.tell("thread");
        }
    }

    #resumeOpenRuns(thread) {
        thread.turns
            .map((turn) => this.#state.runs.get(turn.runId))
            .filter((run) => run !== undefined && !run.ended)
            .forEach((run) => this.#resume(run));
    }

    #runOf(id, threadId) {
        const runs = this.#state.runs;
        if (!runs.has(id)) {
            runs.set(id, new Run(id, threadId));
        }
        return runs.get(id);
    }

    #forgetEndedRuns() {
        const runs = this.#state.runs;
        [...runs.values()].filter((run) => run.ended).forEach((run) => runs.delete(run.id));
    }

    #post(key) {
        const entry = this.#outbox.get(key);
        const sent = this.#connection.send({
            type: "chat",
            text: entry.turn.text,
            idempotency_key: key,
            ...(entry.thread.id === null ? {} : { thread_id: entry.thread.id }),
        });
        clearTimeout(entry.timer);
        entry.turn.delivery = sent ? "sending" : "waiting";
        if (sent) {
            entry.timer = setTimeout(() => this.#giveUp(key, "The server did not answer."), ACCEPTED_WITHIN_MS);
        }
        this.#state.tell("turn", entry.turn);
    }

    #giveUp(key, detail) {
        const entry = this.#outbox.get(key);
        clearTimeout(entry.timer);
        this.#outbox.delete(key);
        entry.turn.delivery = "refused";
        entry.turn.problem = detail;
        this.#state.tell("turn", entry.turn);
    }

    #accepted(message) {
        const key = message.idempotency_key ?? this.#outbox.keys().next().value;
        const entry = this.#outbox.get(key);
        if (entry === undefined) {
            return;
        }
        clearTimeout(entry.timer);
        this.#outbox.delete(key);
        entry.turn.delivery = "accepted";
        entry.turn.runId = message.run_id;
        const run = this.#runOf(message.run_id, message.thread_id);
        const isNew = entry.thread.id === null;
        entry.thread.id = message.thread_id;
        this.#state.tell("turn", entry.turn);
        if (isNew) {
            this.#state.tell("named", entry.thread);
        }
        void this.loadThreads();
        this.#askIfSilent(run);
    }

    /** A message that was sent twice is accepted once; its run may be further on, or over. */
    #askIfSilent(run) {
        setTimeout(() => run.lastSeq === 0 && !run.ended && this.#resume(run), GAP_ASKED_EVERY_MS);
    }

    #refused(message) {
        const detail = [message.detail, message.action].filter(Boolean).join(" ") || "The server refused this.";
        const run = this.#state.runs.get(message.run_id);
        if (run !== undefined) {
            this.#refusedForRun(run, detail);
            return;
        }
        const key = this.#outbox.has(message.idempotency_key) ? message.idempotency_key : this.#onlySent();
        if (key !== undefined) {
            this.#giveUp(key, withCode(detail, message.support_code));
            return;
        }
        this.#report(withCode(detail, message.support_code));
    }

    #refusedForRun(run, detail) {
        if (run.ended) {
            return;
        }
        run.lost = detail;
        this.#state.tell("run", run, []);
    }

    #onlySent() {
        const sent = [...this.#outbox.entries()].filter(([, entry]) => entry.turn.delivery === "sending");
        return sent.length === 1 ? sent[0][0] : undefined;
    }

    #takeIn(event) {
        const known = this.#state.runs.has(event.run_id);
        const run = this.#runOf(event.run_id, event.thread_id);
        const applied = run.accept(event);
        if (!known) {
            this.#adopt(run, event);
        }
        if (run.hasGap) {
            this.#closeGap(run);
        }
        if (applied.length > 0) {
            this.#countCaughtUp(applied.length);
            this.#state.tell("run", run, applied);
        }
    }

    /** A run that was started in another window of the same user. */
    #adopt(run, event) {
        void this.loadThreads();
        if (event.thread_id !== this.#state.thread.id) {
            return;
        }
        if (event.type !== "agent_started") {
            void this.open(event.thread_id);
            return;
        }
        const turn = new Turn(run.id, event.payload?.task ?? "", event.ts);
        turn.runId = run.id;
        this.#state.thread.turns.push(turn);
        this.#state.tell("turn", turn);
    }

    #resume(run) {
        this.#connection.send({ type: "resume", run_id: run.id, after_seq: run.lastSeq });
    }

    /** Asks the socket for what is missing, and HTTP if that did not help. */
    #closeGap(run) {
        if (this.#gapTimers.has(run.id)) {
            return;
        }
        this.#resume(run);
        const again = async () => {
            if (run.hasGap && !run.ended) {
                await this.loadEvents(run).catch((problem) => this.#report(problem.message));
            }
            this.#gapTimers.delete(run.id);
        };
        this.#gapTimers.set(run.id, setTimeout(again, GAP_ASKED_EVERY_MS));
    }

    /** What comes right after a resume is the past; the first pause, or a moment later, is the present. */
    #countCaughtUp(events) {
        const catchUp = this.#catchUp;
        if (catchUp === null) {
            return;
        }
        catchUp.until ??= Date.now() + CATCH_UP_MS;
        catchUp.events += events;
        this.#endCatchUpIn(Math.min(CATCH_UP_PAUSE_MS, catchUp.until - Date.now()));
    }

    #endCatchUpIn(delay) {
        const catchUp = this.#catchUp;
        clearTimeout(catchUp.timer);
        catchUp.timer = setTimeout(() => {
            this.#catchUp = null;
            this.#state.tell("resumed", catchUp.events);
        }, delay);
    }

    async #stopOverHttp(run) {
        try {
            await this.#api.stopRun(run.id);
        } catch (problem) {
            run.stopping = false;
            this.#state.tell("run", run, []);
            this.#report(problem.message);
        }
    }
}

/** Pairs each question with its run and its stored answer. */
function turnsOf(messages, runs) {
    const turns = [];
    const inOrder = [...runs].sort((a, b) => a.created_at.localeCompare(b.created_at)).map((run) => run.id);
    for (const message of messages) {
        if (message.role === "user") {
            const turn = new Turn(message.id, message.text, message.created_at);
            turn.runId = message.run_id ?? inOrder[turns.length] ?? null;
            turns.push(turn);
            continue;
        }
        const turn = turns.findLast((candidate) => candidate.runId === message.run_id) ?? turns.at(-1);
        if (turn !== undefined) {
            turn.storedAnswer = message.text;
        }
    }
    return turns;
}

function bytesOf(text) {
    return new TextEncoder().encode(text).length;
}

function withCode(detail, supportCode) {
    return supportCode ? `${detail} Support code ${supportCode}.` : detail;
}

/** 128 random bits; also where the page is not a secure context. */
function randomKey() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
