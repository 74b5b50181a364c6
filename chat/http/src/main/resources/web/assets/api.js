/** The chat backend's HTTP interface. Every failure is a {@link Problem}. */

const TIMEOUT_MS = 15_000;
const LOGOUT = "/logout";

/** Why a request was refused or got no answer (RFC 9457). */
export class Problem extends Error {
    constructor(status, body = {}, retryAfterSeconds = 0) {
        super(body.detail ?? body.title ?? "The request failed.");
        this.status = status;
        this.code = body.code ?? "unknown";
        this.reason = body.reason ?? this.code;
        this.action = body.action ?? "";
        this.supportCode = body.support_code ?? "";
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** No answer arrived: the network or the server is away. */
    static unreachable() {
        return new Problem(0, { code: "unreachable", detail: "The server cannot be reached." });
    }

    get signedOut() {
        return this.status === 401;
    }
}

export class Api {
    #onSignedOut;

    /** @param onSignedOut called when the server no longer knows this login */
    constructor(onSignedOut) {
        this.#onSignedOut = onSignedOut;
    }

    me() {
        return this.#call("GET", "/api/v1/me");
    }

    capabilities() {
        return this.#call("GET", "/api/v1/capabilities");
    }

    async ticket() {
        return (await this.#call("POST", "/api/v1/ticket")).ticket;
    }

    async threads() {
        return (await this.#call("GET", "/api/v1/threads")).threads;
    }

    deleteThread(id) {
        return this.#call("DELETE", `/api/v1/threads/${encodeURIComponent(id)}`);
    }

    async messages(threadId) {
        return (await this.#call("GET", `/api/v1/threads/${encodeURIComponent(threadId)}/messages`)).messages;
    }

    async runs(threadId) {
        return (await this.#call("GET", `/api/v1/threads/${encodeURIComponent(threadId)}/runs`)).runs;
    }

    async events(runId, afterSeq) {
        return (await this.#call("GET", `/api/v1/runs/${encodeURIComponent(runId)}/events?after=${afterSeq}`)).events;
    }

    stopRun(runId) {
        return this.#call("POST", `/api/v1/runs/${encodeURIComponent(runId)}/stop`);
    }

    async sessions() {
        return (await this.#call("GET", "/api/v1/sessions")).sessions;
    }

    signOutSession(sid) {
        return this.#call("DELETE", `/api/v1/sessions/${encodeURIComponent(sid)}`);
    }

    logout() {
        return this.#call("POST", LOGOUT);
    }

    async #call(method, path) {
        const response = await fetch(path, request(method)).catch(() => {
            throw Problem.unreachable();
        });
        const body = await bodyOf(response);
        if (response.ok || (response.type === "opaqueredirect" && path === LOGOUT)) {
            return body;
        }
        const problem = new Problem(response.status, body, Number(response.headers.get("Retry-After")) || 0);
        if (problem.signedOut) {
            this.#onSignedOut(problem);
        }
        throw problem;
    }
}

function request(method) {
    return {
        method,
        headers: { Accept: "application/json", "X-Signet-Request": "1" },
        credentials: "same-origin",
        cache: "no-store",
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
    };
}

async function bodyOf(response) {
    try {
        return (await response.json()) ?? {};
    } catch {
        return {};
    }
}
