/** An answer that may still grow: drawn at most once per frame, and only where it changed. */

import { blockElement, blocksOf } from "../markup.js";
import { element } from "./dom.js";

export class Answer {
    element = element("div", { class: "answer", "data-role": "answer", dir: "auto" });
    #drawn = [];
    #text = "";
    #frame = 0;

    /** @param growing true while more is to come */
    show(text, growing) {
        this.#text = text;
        this.element.setAttribute("aria-busy", String(growing));
        this.element.hidden = text === "";
        if (!growing) {
            this.#draw();
            return;
        }
        this.#frame ||= requestAnimationFrame(() => this.#draw());
    }

    get text() {
        return this.#text;
    }

    #draw() {
        cancelAnimationFrame(this.#frame);
        this.#frame = 0;
        const blocks = blocksOf(this.#text);
        const same = blocks.findIndex((block, at) => block.source !== this.#drawn[at]);
        const keep = same === -1 ? blocks.length : same;
        while (this.element.childElementCount > keep) {
            this.element.lastElementChild.remove();
        }
        this.element.append(...blocks.slice(keep).map(blockElement));
        this.#drawn = blocks.map((block) => block.source);
    }
}
