/** Turns an answer's text into elements: paragraphs, headings, lists, code and bold. Text only ever becomes text. */

import { element } from "./view/dom.js";

const FENCE = /^```/;
const BULLET = /^\s{0,3}[-*•]\s+(.*)$/;
const NUMBER = /^\s{0,3}(\d{1,9})[.)]\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*)$/;
const INDENTED = /^\s/;
const INLINE = /(`[^`\n]+`|\*\*[^*\n]+\*\*)/;

/**
 * Cuts a text into blocks. A block is `{kind, lines, source}`; equal sources make equal elements, so that a growing
 * text redraws its last block only.
 */
export function blocksOf(text) {
    const blocks = [];
    let open = null;
    for (const line of text.split(/\r?\n/)) {
        open = extended(open, line) ?? started(blocks, line);
    }
    return blocks.map((block) => ({ ...block, source: [block.kind, block.start, ...block.lines].join("\n") }));
}

export function blockElement(block) {
    switch (block.kind) {
        case "code":
            return element("pre", { tabindex: "0" }, element("code", {}, block.lines.join("\n")));
        case "heading":
            return element("p", { class: "heading" }, ...inline(block.lines[0]));
        case "bullets":
            return element("ul", {}, ...block.lines.map((line) => element("li", {}, ...inline(line))));
        case "numbers":
            return element("ol", { start: block.start }, ...block.lines.map((line) => element("li", {}, ...inline(line))));
        default:
            return element("p", {}, ...inline(block.lines.join("\n")));
    }
}

/** The open block if the line belongs to it, else null. */
function extended(block, line) {
    if (block === null || block.closed) {
        return null;
    }
    if (block.kind === "code") {
        block.closed = FENCE.test(line);
        return block.closed ? block : added(block, line);
    }
    const item = itemOf(line);
    if (item !== null) {
        return item.kind === block.kind ? added(block, item.text) : null;
    }
    if (line.trim() === "" || HEADING.test(line) || FENCE.test(line)) {
        return null;
    }
    return continued(block, line);
}

function continued(block, line) {
    if (block.kind === "paragraph") {
        return added(block, line);
    }
    const goesOn = block.kind !== "heading" && INDENTED.test(line);
    return goesOn ? added(block, `${block.lines.pop()} ${line.trim()}`) : null;
}

function added(block, line) {
    block.lines.push(line);
    return block;
}

function started(blocks, line) {
    if (line.trim() === "") {
        return null;
    }
    const block = firstOf(line);
    blocks.push(block);
    return block;
}

function firstOf(line) {
    if (FENCE.test(line)) {
        return { kind: "code", lines: [] };
    }
    const heading = HEADING.exec(line);
    if (heading !== null) {
        return { kind: "heading", lines: [heading[1]] };
    }
    const item = itemOf(line);
    return item === null ? { kind: "paragraph", lines: [line] } : { kind: item.kind, lines: [item.text], start: item.start };
}

function itemOf(line) {
    const bullet = BULLET.exec(line);
    if (bullet !== null) {
        return { kind: "bullets", text: bullet[1] };
    }
    const number = NUMBER.exec(line);
    return number === null ? null : { kind: "numbers", text: number[2], start: number[1] };
}

function inline(text) {
    return text.split(INLINE).filter(Boolean).map(span);
}

function span(part) {
    if (part.length > 2 && part.startsWith("`") && part.endsWith("`")) {
        return element("code", {}, part.slice(1, -1));
    }
    if (part.length > 4 && part.startsWith("**") && part.endsWith("**")) {
        return element("strong", {}, part.slice(2, -2));
    }
    return part;
}
