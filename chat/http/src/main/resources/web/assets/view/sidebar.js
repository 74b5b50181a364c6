/** The side column, which is a drawer on a narrow page. */

import { byId } from "./dom.js";

const NARROW = matchMedia("(max-width: 860px)");

export class Sidebar {
    #app = byId("app");
    #sidebar = byId("sidebar");
    #main = document.querySelector(".main");
    #opener = document.querySelector('[data-action="open-sidebar"]');

    constructor() {
        this.#opener.addEventListener("click", () => this.open());
        document
            .querySelectorAll('[data-action="close-sidebar"]')
            .forEach((closer) => closer.addEventListener("click", () => this.close()));
        NARROW.addEventListener("change", () => this.close());
        this.#draw(false);
    }

    get isOpen() {
        return this.#app.dataset.sidebar === "open";
    }

    open() {
        if (NARROW.matches) {
            this.#draw(true);
            this.#sidebar.querySelector('[data-action="close-sidebar"]').focus();
        }
    }

    close() {
        const wasOpen = this.isOpen;
        this.#draw(false);
        if (wasOpen) {
            this.#opener.focus();
        }
    }

    #draw(open) {
        this.#app.dataset.sidebar = open ? "open" : "closed";
        this.#opener.setAttribute("aria-expanded", String(open));
        this.#sidebar.inert = NARROW.matches && !open;
        this.#main.inert = open;
    }
}
