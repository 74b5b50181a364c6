/** The dialogs: a question before something is deleted, the shortcuts, and the end of the login. */

import { byId } from "./dom.js";

const WHY = {
    user: ["You are signed out", "This session has ended. Its tokens are no longer accepted anywhere."],
    revoked_session: ["You were signed out", "This session was ended, here or from another device."],
    revoked_token: ["You were signed out", "This session was ended, here or from another device."],
    revoked_subject: ["You were signed out", "All sessions of your account were ended."],
    inactive_subject: ["You were signed out", "Your account is no longer active. Contact whoever runs this platform."],
    expired: ["Your session has expired", "Sign in again to continue."],
};

/** Asks and resolves to true only for a yes. */
export function confirmed({ title, text, yes }) {
    const dialog = byId("confirm");
    byId("confirm-title").textContent = title;
    byId("confirm-text").textContent = text;
    byId("confirm-yes").textContent = yes;
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((resolve) => {
        dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    });
}

/** Covers the page for good; the way on is to sign in. */
export function showSignedOut(reason) {
    const [title, text] = WHY[reason] ?? ["You were signed out", "Sign in again to continue."];
    const dialog = byId("signed-out");
    byId("signed-out-title").textContent = title;
    byId("signed-out-text").textContent = text;
    document.querySelectorAll("dialog[open]").forEach((open) => open.close());
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    dialog.addEventListener("close", () => dialog.showModal());
    dialog.showModal();
    byId("sign-in").focus();
}
