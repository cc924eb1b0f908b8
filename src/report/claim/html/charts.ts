import type { AgencyDocument, TotalsDocument } from "../../../document/schema.ts";
import { divide, HALF_UP, type Money, moneyFromText, moneyText, times } from "../../../engine/values/money.ts";
import type { Terms } from "../../../engine/values/terms.ts";
import { figureName } from "../../figures.ts";
import { dollars, isZero } from "../../text/amounts.ts";
import { html, type Markup } from "./markup.ts";

/** How wide the parts of a chart are, in points: half of a page, or all of it. */
interface Widths {
  readonly all: number;
  readonly label: number;
  readonly track: number;
}

const HALF: Widths = { all: 520, label: 90, track: 310 };
const WHOLE: Widths = { all: 1080, label: 120, track: 700 };
const ROW = 28;

/** One bar: its label, its amount as text, and how long it is, in points. */
interface Bar {
  readonly label: string;
  readonly amount: string;
  readonly length: number;
  /** The part of it that is not claimed, at its end. */
  readonly over?: number;
}

/** Points that an amount is long where the most is all of the track. No figure is read from them. */
const points = (amount: Money, most: Money, { track }: Widths = HALF): number =>
  most <= 0 ? 0 : Number(divide(times(amount, track * 10), most, HALF_UP)) / 10;

/** Bars one below the other, each with its label and its amount as text. */
function bars(title: string, all: readonly Bar[], { all: width, label: at, track }: Widths = HALF): Markup {
  const height = all.length * ROW;
  const says = all.map(({ label, amount }) => `${label} ${amount}`).join(", ");
  return html`<figure class="${width === WHOLE.all ? "wide" : ""}"><figcaption>${title}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${`${title}: ${says}`}">${all.map(
    ({ label, amount, length, over = 0 }, index) => {
      const y = index * ROW;
      return html`
<text x="0" y="${y + 19}">${label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label}</text><rect class="track" x="${at}" y="${y + 8}" width="${track}" height="14" rx="3"/><rect class="bar" x="${at}" y="${y + 8}" width="${length}" height="14" rx="3"/>${over > 0 && html`<rect class="over" x="${at + length - over}" y="${y + 8}" width="${over}" height="14" rx="3"/>`}<text x="${width}" y="${y + 19}" text-anchor="end">${amount}</text>`;
    },
  )}
</svg></figure>`;
}

const MOST_LETTERS = 13;

const COMPONENTS = ["salary", "benefits", "overtime", "award", "equipment", "vehicles"] as const;

/** What the total is made of. */
export function componentsChart(totals: TotalsDocument): Markup {
  const shown = COMPONENTS.filter((figure) => !isZero(totals[figure]));
  const amounts = shown.map((figure) => moneyFromText(totals[figure]));
  const most = amounts.reduce((a, b) => (a > b ? a : b), 0 as Money);
  return bars(
    "By component",
    shown.map((figure, index) => ({
      label: figureName(figure),
      amount: dollars(totals[figure]),
      length: points(amounts[index] ?? 0, most),
    })),
  );
}

/** The award bands, and where the placement rate is. */
export function bandsChart({ placement }: AgencyDocument, { bands }: Terms): Markup | false {
  if (!placement) return false;
  const least = Math.max(0, Math.min(...bands.map(({ from }) => from), Math.floor(Number(placement.rate))) - 10);
  const at = (percent: number): number => Math.round(((percent - least) / (100 - least)) * HALF.all * 10) / 10;
  const x = at(Math.min(100, Number(placement.rate)));
  const named = bands.map(({ from, to, award }) => `${from} to ${to} % ${dollars(moneyText(award))}`).join(", ");
  return html`<figure><figcaption>Placement rate ${placement.rate} %</figcaption>
<svg viewBox="0 0 ${HALF.all} 84" role="img" aria-label="${`Award bands: ${named}. The rate is ${placement.rate} %, ${placement.band === null ? "in no band" : `in band ${placement.band} %`}.`}">
<rect class="track" x="0" y="30" width="${HALF.all}" height="14" rx="3"/>${[...bands]
    .reverse()
    .map(({ from, award }, index) => {
      const last = index === bands.length - 1;
      const next = [...bands].reverse()[index + 1]?.from ?? 100;
      return html`<rect class="bar" x="${at(from) + 1}" y="30" width="${Math.max(0, at(last ? 100 : next) - at(from) - 2)}" height="14"/><text class="soft" x="${at(from) + 1}" y="62">${from} %</text><text x="${at(from) + 1}" y="80">${dollars(moneyText(award)).replace(/\.00$/, "")}</text>`;
    })}
<line class="mark" x1="${x}" x2="${x}" y1="22" y2="50"/><text x="${x}" y="16" text-anchor="${x > HALF.all - 60 ? "end" : x < 60 ? "start" : "middle"}">${placement.rate} %</text>
</svg></figure>`;
}

const MOST_OFFICERS = 12;

/** Overtime against the room under the cap: those who come nearest to it, or go beyond. */
export function overtimeChart({ officers }: AgencyDocument): Markup | false {
  const all = officers
    .map((officer) => ({
      officer,
      paid: moneyFromText(officer.overtime_paid),
      room: moneyFromText(officer.overtime_cap_room),
      over: moneyFromText(officer.overtime_over_cap),
    }))
    .filter(({ paid, room }) => paid > 0 && room > 0)
    .sort(
      (a, b) =>
        Number(times(b.paid, a.room) > times(a.paid, b.room)) - Number(times(b.paid, a.room) < times(a.paid, b.room)),
    );
  if (all.length === 0) return false;
  const shown = all.slice(0, MOST_OFFICERS);
  const more = all.length > shown.length ? `, the ${shown.length} nearest to it of ${all.length}` : "";
  return bars(
    `Overtime against the room under the cap${more}`,
    shown.map(({ officer, paid, room, over }) => {
      const most = paid > room ? paid : room;
      return {
        label: `${officer.officer_id}`,
        amount: `${dollars(officer.overtime)}${over > 0 ? `, ${dollars(officer.overtime_over_cap)} over` : ""}`,
        length: points(paid, most, WHOLE),
        over: points(over, most, WHOLE),
      };
    }),
    WHOLE,
  );
}

/** Totals of quarters, one below the other. */
export function quartersChart(quarters: readonly { readonly id: string; readonly total: string }[]): Markup {
  const amounts = quarters.map(({ total }) => moneyFromText(total));
  const most = amounts.reduce((a, b) => (a > b ? a : b), 0 as Money);
  return bars(
    "By quarter",
    quarters.map(({ id, total }, index) => ({
      label: id,
      amount: dollars(total),
      length: points(amounts[index] ?? 0, most),
    })),
  );
}
