/** Making elements without markup in strings. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with attributes, listeners (`onclick: function`) and children. Absent attributes (null, undefined, false)
 * and absent children are left out; strings become text.
 */
export function element(name, attributes = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (typeof value === "function") {
            node.addEventListener(key.slice(2), value);
            continue;
        }
        if (value !== null && value !== undefined && value !== false) {
            node.setAttribute(key, value === true ? "" : String(value));
        }
    }
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
}

/** An icon of the page's sprite; says nothing to a screen reader. */
export function icon(name) {
    const svg = document.createElementNS(SVG, "svg");
    const use = document.createElementNS(SVG, "use");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#i-${name}`);
    svg.append(use);
    return svg;
}

export function byId(id) {
    return document.getElementById(id);
}

/** What a list shows in place of entries that have not come yet. */
export function skeleton(rows) {
    const lines = Array.from({ length: rows }, () => element("div", { class: "skeleton" }));
    return element("div", { class: "skeletons", "aria-hidden": "true" }, ...lines);
}

/** What a place shows that could not be filled. */
export function failure(text, problem, again) {
    return element(
        "div",
        { class: "failure", role: "alert" },
        element("p", {}, text),
        element("p", { class: "quiet" }, [problem?.message, problem?.action].filter(Boolean).join(" ")),
        element("button", { class: "link-button", type: "button", onclick: again }, "Try again"),
    );
}
