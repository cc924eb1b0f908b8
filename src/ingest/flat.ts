/** Shorter texts V8 copies in any case. */
const FEWEST = 13;

/** A text for itself: one that was cut out of another, or put together, holds what it came from. */
export const flat = (text: string): string => (text.length < FEWEST ? text : Buffer.from(text).toString());
