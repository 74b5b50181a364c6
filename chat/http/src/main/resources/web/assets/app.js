/** Puts the page together: state in the middle, views around it, the server behind it. */

import { Api } from "./api.js";
import { Chat } from "./chat.js";
import { Connection } from "./socket.js";
import { State } from "./state.js";
import { AccountView } from "./view/account.js";
import { Announcer } from "./view/announcer.js";
import { Composer } from "./view/composer.js";
import { ConnectionView } from "./view/connection.js";
import { ConversationView } from "./view/conversation.js";
import { confirmed, showSignedOut } from "./view/dialogs.js";
import { byId } from "./view/dom.js";
import { Notices } from "./view/notices.js";
import { SessionsView } from "./view/sessions.js";
import { Shortcuts } from "./view/shortcuts.js";
import { Sidebar } from "./view/sidebar.js";
import { ThreadsView } from "./view/threads.js";

const SESSIONS_EVERY_MS = 30_000;

const state = new State();
const api = new Api((problem) => connection.end(problem.reason));
const connection = new Connection({ api, onState: connectionChanged, onMessage: (message) => chat.receive(message) });
const notices = new Notices();
const chat = new Chat({ api, state, connection, report: (text) => notices.show(text) });

const announcer = new Announcer(state);
const announce = (text) => announcer.say(text);
const sidebar = new Sidebar();
const composer = new Composer(state, {
    send: (text) => send(text),
    stop: () => chat.stop(),
    refusal: (text) => chat.refusal(text),
});
const shortcuts = new Shortcuts({
    write: () => composer.focus(),
    next: () => moveBy(1),
    previous: () => moveBy(-1),
    startNew,
    sessions: showSessions,
    theme: () => account.switchTheme(),
    escape,
});
const account = new AccountView(state, { signOut, showShortcuts: () => shortcuts.show() });

new ConnectionView(state, { announce, retry: () => connection.retryNow() });
new ThreadsView(state, { remove: removeThread, reload: () => chat.loadThreads() });
new SessionsView(state, { signOut: signOutSession, reload: loadSessions });
new ConversationView(state, {
    send,
    sendAgain: (turn) => chat.sendAgain(turn),
    loadEvents: (run) => chat.loadEvents(run),
    reload: () => chat.open(state.thread.id),
    startNew,
});

byId("new-thread").addEventListener("click", startNew);
document.querySelector('[data-action="refresh-sessions"]').addEventListener("click", loadSessions);
document.querySelector('[data-action="skip"]').addEventListener("click", () => composer.focus());
state.on("named", (thread) => history.replaceState(null, "", `#/${thread.id}`));
["thread", "threads", "named"].forEach((topic) => state.on(topic, drawTitle));
state.on("run", (run, applied) => applied.some(endsSessions) && loadSessions());
state.on("run", (run, applied, past) => !past && applied.includes(run.outcome) && chat.loadThreads());
addEventListener("hashchange", openFromAddress);
addEventListener("online", () => connection.retryNow());
document.addEventListener("visibilitychange", () => document.hidden || lookAgain());
setInterval(() => document.hidden || loadSessions(), SESSIONS_EVERY_MS);

void start();

async function start() {
    void connection.open();
    openFromAddress();
    if (matchMedia("(pointer: fine)").matches && document.activeElement === document.body) {
        composer.focus(); // not on phones, where the keyboard would cover the page
    }
    await Promise.all([loadMe(), chat.loadThreads(), loadSessions(), loadCapabilities()]);
}

async function loadMe() {
    try {
        state.me = await api.me();
        state.tell("me");
    } catch (problem) {
        tellUnlessSignedOut(problem);
    }
}

/** What the assistant can do is an extra: the page works without it. */
async function loadCapabilities() {
    state.capabilities = await api.capabilities().catch(() => null);
    state.tell("capabilities");
}

async function loadSessions() {
    if (state.connection.name === "signed-out") {
        return;
    }
    try {
        state.sessions = { status: "ready", list: await api.sessions(), problem: null };
    } catch (problem) {
        state.sessions = { ...state.sessions, problem, status: state.sessions.list.length > 0 ? "ready" : "error" };
    }
    state.tell("sessions");
}

function connectionChanged(next) {
    const byUser = next.name === "signed-out" && (state.leaving || next.reason === "user");
    state.connection = { ...next, byUser };
    if (next.name === "ready") {
        readLimits(next.greeting.limits ?? {});
        chat.resumeAll();
    }
    state.tell("connection", state.connection);
    if (next.name === "signed-out") {
        signedOut(byUser ? "user" : next.reason);
    }
}

function readLimits({ frame_bytes: frameBytes, message_bytes: messageBytes }) {
    state.limits.frameBytes = frameBytes ?? state.limits.frameBytes;
    state.limits.messageBytes = messageBytes ?? state.limits.messageBytes;
}

/** A window whose login has ended shows nothing of it any more. */
function signedOut(reason) {
    sidebar.close();
    notices.clear();
    state.forget();
    ["me", "threads", "sessions", "thread"].forEach((topic) => state.tell(topic));
    history.replaceState(null, "", location.pathname);
    showSignedOut(reason);
}

function openFromAddress() {
    const id = /^#\/(.+)$/.exec(location.hash)?.[1] ?? null;
    if (id === null && location.hash !== "" && location.hash !== "#/") {
        return;
    }
    if (id !== null && id === state.thread.id) {
        return;
    }
    sidebar.close();
    void chat.open(id);
}

function startNew() {
    history.pushState(null, "", "#/");
    sidebar.close();
    void chat.open(null);
    composer.focus();
}

function send(text) {
    notices.clear();
    chat.send(text);
    composer.focus();
}

async function removeThread(thread) {
    const title = thread.title || "New conversation";
    const yes = await confirmed({
        title: "Delete this conversation?",
        text: `“${title}” is removed with its runs and events. This cannot be undone.`,
        yes: "Delete",
    });
    if (!yes) {
        return;
    }
    try {
        await chat.deleteThread(thread.id);
        announce("Conversation deleted.");
        if (thread.id === state.thread.id) {
            startNew();
        }
    } catch (problem) {
        tellUnlessSignedOut(problem);
    }
}

async function signOutSession(session) {
    if (session.current) {
        await leave(() => api.signOutSession(session.sid));
        return;
    }
    try {
        await api.signOutSession(session.sid);
        announce("Session signed out.");
    } catch (problem) {
        tellUnlessSignedOut(problem);
    }
    await loadSessions();
}

async function signOut() {
    const answer = await leave(() => api.logout());
    if (answer?.location) {
        location.assign(answer.location);
    }
}

/** Ends this session by the user's will; the server may close the socket before it has answered. */
async function leave(step) {
    state.leaving = true;
    try {
        const answer = await step();
        connection.end("user");
        return answer;
    } catch (problem) {
        state.leaving = false;
        tellUnlessSignedOut(problem);
        return null;
    }
}

function tellUnlessSignedOut(problem) {
    if (!problem.signedOut) {
        notices.show([problem.message, problem.action].filter(Boolean).join(" "));
    }
}

function moveBy(step) {
    const list = state.threads.list;
    const at = list.findIndex((thread) => thread.id === state.thread.id);
    const next = list[at === -1 ? 0 : Math.min(list.length - 1, Math.max(0, at + step))];
    if (next !== undefined) {
        location.hash = `#/${next.id}`;
    }
}

function showSessions() {
    sidebar.open();
    document.querySelector("#sessions button")?.focus();
}

function escape() {
    if (sidebar.isOpen) {
        sidebar.close();
        return;
    }
    if (document.querySelector(":popover-open") === null) {
        chat.stop();
    }
}

function lookAgain() {
    connection.retryNow();
    void loadSessions();
}

function endsSessions(event) {
    return event.type === "tool_completed" && event.payload?.tool === "sign_out_session";
}

function drawTitle() {
    const title = state.title;
    byId("title").textContent = title;
    document.title = state.thread.id === null ? "Signet" : `${title} – Signet`;
}
