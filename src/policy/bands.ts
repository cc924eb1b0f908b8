import type { Mistake } from "./mistake.ts";

/** The whole percents of a band, and where it stands in its list. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly index: number;
}

/**
 * What is wrong with award bands. They are of whole percents and leave out nothing from the lowest band to 100: the only
 * gaps are those below the lowest and between one whole percent and the next, which reading rate-rounding settles.
 */
export function bandMistakes(path: Mistake["path"], bands: unknown): Mistake[] {
  if (!Array.isArray(bands)) return [];
  const places = bands.flatMap((band, index) => placeOf(band, index));
  if (places.length < bands.length) return [];
  const rising = [...places].sort((a, b) => a.from - b.from);
  const mistakes: Mistake[] = [];
  const say = ({ index }: Place, says: string, remedy: string): void => {
    mistakes.push({ path: [...path, index], says, remedy });
  };
  /** Of those before, the one that ends highest. */
  let below: Place | undefined;
  for (const band of rising) {
    if (band.from > band.to) say(band, `band ${name(band)} ends before it begins`, "write the lower percent as from");
    if (below && below.to >= band.from) say(band, `band ${name(band)} overlaps band ${name(below)}`, next(below));
    if (below && below.to < band.from - 1)
      say(band, `bands ${name(below)} and ${name(band)} leave out ${name(left(below, band))}`, next(below));
    if (!below || band.to > below.to) below = band;
  }
  if (below && below.to < 100) say(below, `the highest band ends at ${below.to}`, "let it end at 100");
  return mistakes;
}

const name = ({ from, to }: Pick<Place, "from" | "to">): string => (from === to ? `${from}` : `${from}-${to}`);
const left = (below: Place, above: Place) => ({ from: below.to + 1, to: above.from - 1 });
const next = ({ to }: Place): string => `let it begin at ${to + 1}, the next whole percent`;

function placeOf(band: unknown, index: number): Place[] {
  const { from, to } = (band ?? {}) as Partial<Place>;
  return typeof from === "number" && typeof to === "number" ? [{ from, to, index }] : [];
}
