import type { Paper } from "./paper.ts";

/** A column of a table on paper. */
export interface PaperColumn<Row> {
  readonly title: string;
  /** Its share of the width. */
  readonly share: number;
  readonly figure?: boolean;
  readonly of: (row: Row) => string;
}

const SIZE = 8;
const ROW = 13;
/** One line of a cell. */
const LINE = ROW - 2;
const GAP = 6;

/**
 * A table whose header is on every page, each cell in the tree of a reader of screens. No text is cut: one that is too long
 * goes on below. @param sum stands below, in bold
 */
export function tableOn<Row>(
  paper: Paper,
  columns: readonly PaperColumn<Row>[],
  rows: readonly Row[],
  sum?: readonly string[],
): void {
  const shares = columns.reduce((all, { share }) => all + share, 0);
  const widths = columns.map(({ share }) => (share / shares) * paper.width);
  const lefts = widths.map((_, index) => paper.left + widths.slice(0, index).reduce((all, one) => all + one, 0));
  const table = paper.part("Table");
  const look = (column: PaperColumn<Row>, strong: boolean) => ({
    size: SIZE,
    strong,
    align: column.figure ? ("right" as const) : ("left" as const),
  });
  // A text that follows a figure stands off from it.
  const offs = columns.map(({ figure }, index) => (!figure && columns[index - 1]?.figure ? GAP : 0));
  const roomOf = (index: number): number => (widths[index] ?? 0) - (offs[index] ?? 0) - GAP;
  const heightOf = (column: PaperColumn<Row>, index: number, text: string, strong: boolean): number =>
    column.figure || paper.isOneLine(text, roomOf(index), look(column, strong))
      ? LINE
      : paper.heightOf(text, roomOf(index), look(column, strong));
  const cellAt = (
    column: PaperColumn<Row>,
    index: number,
    text: string,
    { y, strong, height = LINE }: { readonly y: number; readonly strong: boolean; readonly height?: number },
  ): void => {
    const x = (lefts[index] ?? 0) + (offs[index] ?? 0);
    if (column.figure) paper.figure(text, x, y, roomOf(index), look(column, strong));
    else if (height > LINE) paper.put(text, x, y, roomOf(index), look(column, strong));
    else paper.line(text, x, y, roomOf(index), look(column, strong));
  };
  const titleAt = (column: PaperColumn<Row>, index: number, y: number): void =>
    paper.figure(column.title, (lefts[index] ?? 0) + (offs[index] ?? 0), y, roomOf(index), look(column, true));
  const header = (again: boolean): void => {
    const y = paper.y;
    paper.aside(() => paper.shade(paper.left - 4, y - 3, paper.width + 8, ROW + 2));
    const draw = (column: PaperColumn<Row>, index: number): void => titleAt(column, index, y);
    if (again) paper.aside(() => columns.forEach(draw), "Pagination");
    else {
      const row = paper.part("TR", table);
      columns.forEach((column, index) => {
        paper.tagged("TH", () => draw(column, index), row, "Column");
      });
      row.end();
    }
    paper.y = y + ROW + 3;
  };
  const line = (texts: readonly string[], strong: boolean): void => {
    const heights = columns.map((column, index) => heightOf(column, index, texts[index] ?? "", strong));
    const height = Math.max(...heights);
    if (paper.need(height + 4)) header(true);
    const y = paper.y;
    const row = paper.part("TR", table);
    columns.forEach((column, index) => {
      paper.tagged(
        "TD",
        () => cellAt(column, index, texts[index] ?? "", { y, strong, height: heights[index] ?? LINE }),
        row,
      );
    });
    row.end();
    paper.aside(() => paper.rule(y + height + 1, paper.left, paper.width, strong ? 0 : 0.35));
    paper.y = y + height + 3;
  };
  paper.need(60);
  header(false);
  for (const row of rows)
    line(
      columns.map(({ of }) => of(row)),
      false,
    );
  if (sum) line(sum, true);
  table.end();
  paper.y += 6;
}
