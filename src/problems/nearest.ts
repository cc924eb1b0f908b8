import { distance } from "fastest-levenshtein";

/** The candidate nearest to a mistyped word, or else one that it is the beginning of; undefined where none is near enough to be meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = mostAway(word) + 1;
  for (const candidate of candidates) {
    const away = distance(word.toLowerCase(), candidate.toLowerCase());
    if (away < least) [best, least] = [candidate, away];
  }
  return best ?? [...candidates].find((candidate) => word.length >= LEAST_BEGUN && candidate.startsWith(word));
}

/** As many letters of a longer word tell which is meant. */
const LEAST_BEGUN = 4;

/** Slips that a word may have: two letters that changed places in a short one, a third of a long one. */
const mostAway = ({ length }: string): number =>
  Math.max(1, Math.min(2, Math.floor(length / 2)), Math.floor(length / 3));

/** `, did you mean X?` or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? "" : `, did you mean ${near}?`;
}
