/** The user's menu and the choice between dark and light, which lasts as long as the page does. */

import { byId, element, icon } from "./dom.js";

const DARK = matchMedia("(prefers-color-scheme: dark)");

export class AccountView {
    #state;
    #actions;
    #button = byId("account");
    #menu = byId("account-menu");
    #theme = document.querySelector('[data-action="theme"]');

    /** @param actions `signOut()`, `showShortcuts()` */
    constructor(state, actions) {
        this.#state = state;
        this.#actions = actions;
        state.on("me", () => this.#draw());
        this.#theme.addEventListener("click", () => this.switchTheme());
        DARK.addEventListener("change", () => this.#drawTheme());
        this.#drawTheme();
        this.#draw();
    }

    switchTheme() {
        document.documentElement.dataset.theme = this.#dark ? "light" : "dark";
        this.#drawTheme();
    }

    get #dark() {
        const chosen = document.documentElement.dataset.theme;
        return chosen === undefined ? DARK.matches : chosen === "dark";
    }

    #drawTheme() {
        const dark = this.#dark;
        this.#theme.setAttribute("aria-label", dark ? "Use the light theme" : "Use the dark theme");
        this.#theme.replaceChildren(icon(dark ? "sun" : "moon"));
    }

    #draw() {
        const me = this.#state.me;
        const email = me?.user?.email ?? "";
        this.#button.textContent = initials(email || me?.user?.id || "");
        this.#button.setAttribute("aria-label", email ? `Account of ${email}` : "Account");
        this.#button.disabled = me === null;
        if (me !== null) {
            this.#menu.replaceChildren(...this.#entries(me, email));
        }
    }

    #entries(me, email) {
        return [
            element("p", { class: "menu-title" }, email || "Signed in"),
            element(
                "dl",
                { class: "facts" },
                ...fact("Account", me.user.id),
                ...fact("Session", me.session?.sid),
                ...fact("Authority", hostOf(me.authority)),
            ),
            this.#entry("Keyboard shortcuts", "menu-shortcuts", () => this.#actions.showShortcuts()),
            this.#entry("Sign out", "sign-out", () => this.#actions.signOut()),
        ];
    }

    #entry(text, action, step) {
        const run = () => {
            this.#menu.hidePopover();
            step();
        };
        return element("button", { class: "menu-entry", type: "button", "data-action": action, onclick: run }, text);
    }
}

function fact(name, value) {
    return value ? [element("dt", {}, name), element("dd", { class: "pick" }, value)] : [];
}

function hostOf(url) {
    return URL.canParse(url ?? "") ? new URL(url).host : "";
}

function initials(name) {
    const words = name.split("@")[0].split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    return words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
}
