import type { Style } from "./style.ts";
import { fit, padEnd, padStart, widthOf, wrap } from "./width.ts";

/** A column of a text table. */
export interface LayoutColumn {
  readonly title: string;
  readonly align: "left" | "right";
  /** A column that may be cut to this width where the table is too wide. */
  readonly least?: number | undefined;
  /** Where the table is still too wide, columns go in this order, the lowest first; without it a column stays. */
  readonly goes?: number | undefined;
}

type Narrow = Pick<LayoutColumn, "least" | "goes">;

/** A column of text. */
export const left = (title: string, narrow: Narrow = {}): LayoutColumn => ({ title, align: "left", ...narrow });
/** A column of figures. */
export const right = (title: string, narrow: Narrow = {}): LayoutColumn => ({ title, align: "right", ...narrow });

/** A row: its cells, or one text across some of them; and how it is set off. */
export interface LayoutRow {
  readonly cells: readonly string[];
  /** Takes the place of the cells from one index to before another; goes on below where it is too long. */
  readonly across?: { readonly from: number; readonly to: number; readonly text: string };
  readonly style?: (text: string) => string;
}

export interface Layout {
  readonly lines: readonly string[];
  /** Titles of columns that did not fit. */
  readonly dropped: readonly string[];
}

const GAP = 2;

/** Sets rows in columns two spaces apart, as wide as they need and at most `most` columns in all. */
export function layout(columns: readonly LayoutColumn[], rows: readonly (LayoutRow | "rule")[], most: number): Layout {
  const kept = columns.map((_, index) => index);
  const widths = columns.map((column, index) => widest(column, rows, index));
  const total = (): number => kept.reduce((sum, index) => sum + (widths[index] ?? 0) + GAP, -GAP);
  shrink(columns, widths, () => total() - most);
  const dropped: string[] = [];
  while (total() > most) {
    const next = kept
      .filter((index) => columns[index]?.goes !== undefined)
      .sort((a, b) => (columns[a]?.goes ?? 0) - (columns[b]?.goes ?? 0))[0];
    if (next === undefined) break;
    kept.splice(kept.indexOf(next), 1);
    dropped.push(columns[next]?.title ?? "");
  }
  const width = total();
  const lines = rows.flatMap((row) => (row === "rule" ? ["─".repeat(width)] : rowLines(row, columns, kept, widths)));
  return { lines, dropped };
}

/** A table with its titles above and its sum below, each parted from the rows by a rule. */
export function summed(
  columns: readonly LayoutColumn[],
  rows: readonly LayoutRow[],
  sum: LayoutRow,
  { columns: most, style }: { readonly columns: number; readonly style: Style },
): Layout {
  const titles: LayoutRow = { cells: columns.map(({ title }) => title), style: style.bold };
  return layout(columns, [titles, "rule", ...rows, "rule", { ...sum, style: style.bold }], most);
}

/** Says which columns did not fit, in a line of its own; nothing where all did. */
export const notShown = ({ dropped }: Layout, style: Style): string[] =>
  dropped.length > 0 ? [style.dim(`Not shown at this width: ${dropped.join(", ")}.`)] : [];

function widest({ title }: LayoutColumn, rows: readonly (LayoutRow | "rule")[], index: number): number {
  let most = widthOf(title);
  for (const row of rows) {
    if (row === "rule" || (row.across && index >= row.across.from && index < row.across.to)) continue;
    most = Math.max(most, widthOf(row.cells[index] ?? ""));
  }
  return most;
}

function shrink(columns: readonly LayoutColumn[], widths: number[], excess: () => number): void {
  columns.forEach(({ least }, index) => {
    const width = widths[index] ?? 0;
    if (least !== undefined && excess() > 0) widths[index] = Math.max(Math.min(least, width), width - excess());
  });
}

function rowLines(
  { cells, across, style = (text) => text }: LayoutRow,
  columns: readonly LayoutColumn[],
  kept: readonly number[],
  widths: readonly number[],
): string[] {
  const gap = " ".repeat(GAP);
  const set = (index: number): string => {
    const width = widths[index] ?? 0;
    const text = fit(cells[index] ?? "", width);
    return columns[index]?.align === "right" ? padStart(text, width) : padEnd(text, width);
  };
  if (!across) return [style(kept.map(set).join(gap).trimEnd())];
  const before = kept.filter((index) => index < across.from).map(set);
  const hidden = kept.filter((index) => index >= across.from && index < across.to);
  const after = kept.filter((index) => index >= across.to).map(set);
  const room = hidden.reduce((sum, index) => sum + (widths[index] ?? 0) + GAP, -GAP);
  const [first = "", ...further] = wrap(across.text, room, "").split("\n");
  const indent = before.map((text) => `${" ".repeat(widthOf(text))}${gap}`).join("");
  const lines = [[...before, padEnd(first, room), ...after].join(gap), ...further.map((text) => `${indent}${text}`)];
  return lines.map((text) => style(text));
}
