/** Problems that belong to no other place, above the message box until they are dismissed. */

import { byId, element, icon } from "./dom.js";

const SHOWN_MAX = 3;

export class Notices {
    #place = byId("notices");

    show(text) {
        const notice = element("div", { class: "notice" }, element("p", {}, text));
        const dismiss = element(
            "button",
            { class: "icon-button small", type: "button", "aria-label": "Dismiss", onclick: () => notice.remove() },
            icon("close"),
        );
        notice.append(dismiss);
        this.#place.append(notice);
        while (this.#place.childElementCount > SHOWN_MAX) {
            this.#place.firstElementChild.remove();
        }
    }

    clear() {
        this.#place.replaceChildren();
    }
}
