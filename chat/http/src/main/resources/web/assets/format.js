/** Numbers, times and names as people read them. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const EXACT = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "long",
});
const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const DATE_WITH_YEAR = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

const BROWSERS = [
    ["Edge", /\bEdgA?\//],
    ["Opera", /\bOPR\//],
    ["Firefox", /\b(Firefox|FxiOS)\//],
    ["Chrome", /\b(Chrome|CriOS|Chromium|HeadlessChrome)\//],
    ["Safari", /\bSafari\//],
    ["curl", /^curl\//],
    ["Java", /^Java|^Vert\.x|Java-http-client/],
    ["Python", /^python/i],
];
const SYSTEMS = [
    ["Android", /Android/],
    ["iPhone", /iPhone/],
    ["iPad", /iPad/],
    ["Windows", /Windows/],
    ["Mac", /Mac OS X|Macintosh/],
    ["ChromeOS", /CrOS/],
    ["Linux", /Linux/],
];

/** `14:03:07` */
export function clock(timestamp) {
    return CLOCK.format(new Date(timestamp));
}

/** For a title: date, time and zone. */
export function exact(timestamp) {
    return EXACT.format(new Date(timestamp));
}

/** `+0.41 s`, measured from the first timestamp to the second. */
export function offset(from, to) {
    return `+${(Math.max(0, Date.parse(to) - Date.parse(from)) / 1_000).toFixed(2)} s`;
}

/** `42 ms`, `1.3 s`, `2 min 5 s` */
export function duration(milliseconds) {
    if (milliseconds < 1_000) {
        return `${Math.round(milliseconds)} ms`;
    }
    const seconds = milliseconds / 1_000;
    if (seconds < MINUTE) {
        return `${seconds.toFixed(1)} s`;
    }
    return `${Math.floor(seconds / MINUTE)} min ${Math.floor(seconds % MINUTE)} s`;
}

/** `now`, `3 min ago`, `yesterday`, `12 Nov` */
export function ago(timestamp, now = Date.now()) {
    const seconds = Math.floor((now - Date.parse(timestamp)) / 1_000);
    if (seconds < MINUTE) {
        return "now";
    }
    if (seconds < HOUR) {
        return `${Math.floor(seconds / MINUTE)} min ago`;
    }
    if (seconds < DAY) {
        return `${Math.floor(seconds / HOUR)} h ago`;
    }
    const days = Math.floor(seconds / DAY);
    return days < 2 ? "yesterday" : date(timestamp, now);
}

export function plural(count, noun) {
    return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `Chrome on Linux`, from what a client says about itself. */
export function device(userAgent) {
    const browser = nameOf(BROWSERS, userAgent);
    const system = nameOf(SYSTEMS, userAgent);
    return [browser, system].filter(Boolean).join(" on ") || "Unknown device";
}

function date(timestamp, now) {
    const then = new Date(timestamp);
    return (then.getFullYear() === new Date(now).getFullYear() ? DATE : DATE_WITH_YEAR).format(then);
}

function nameOf(patterns, userAgent) {
    return patterns.find(([, pattern]) => pattern.test(userAgent ?? ""))?.[0] ?? "";
}
