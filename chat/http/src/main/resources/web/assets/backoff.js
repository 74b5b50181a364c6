/** How long to wait before the next attempt, and after which endings there is none. */

const BASE_MS = 1_000;
const CEILING_MS = 30_000;
const CROWDED_BASE_MS = 10_000;
const CROWDED_CEILING_MS = 120_000;

/** What a closed socket means for the page. */
export const Fate = Object.freeze({
    AGAIN: "again",
    AGAIN_LATER: "again-later",
    ASK_FIRST: "ask-first",
    SIGNED_OUT: "signed-out",
    REFUSED: "refused",
});

/**
 * Reads a close code of contract §6. An expired socket may belong to a login that is still good, as after a laptop
 * woke up: then a new ticket tells.
 */
export function fateOf(code, reason) {
    switch (code) {
        case 4401:
            return reason === "expired" ? Fate.ASK_FIRST : Fate.SIGNED_OUT;
        case 4403:
        case 4409:
            return Fate.REFUSED;
        case 4429:
        case 1013:
            return Fate.AGAIN_LATER;
        default:
            return Fate.AGAIN;
    }
}

/**
 * Exponential, with jitter so that a restarted server is not met by everybody at once.
 *
 * @param attempt 0 for the first wait
 * @param random 0 to 1
 */
export function waitMs(attempt, fate, random) {
    const crowded = fate === Fate.AGAIN_LATER;
    const base = crowded ? CROWDED_BASE_MS : BASE_MS;
    const ceiling = crowded ? CROWDED_CEILING_MS : CEILING_MS;
    const full = Math.min(ceiling, base * 2 ** Math.min(attempt, 16));
    return Math.round(full * (0.5 + random / 2));
}
