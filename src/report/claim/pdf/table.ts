import type { Paper } from "./paper.ts";

/** A column of a table on paper. */
export interface PaperColumn<Row> {
  readonly title: string;
  /** Its share of the width. */
  readonly share: number;
  readonly figure?: boolean;
  /** Goes on below where it is too long; else it is cut. */
  readonly wraps?: boolean;
  readonly of: (row: Row) => string;
}

const SIZE = 8;
const ROW = 13;
const GAP = 6;

/** A table whose header is on every page, each cell in the tree of a reader of screens. @param sum stands below, in bold */
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
  const cellAt = (column: PaperColumn<Row>, index: number, text: string, y: number, strong: boolean): void => {
    // A text that follows a figure stands off from it.
    const off = !column.figure && columns[index - 1]?.figure ? GAP : 0;
    const [x, width] = [(lefts[index] ?? 0) + off, (widths[index] ?? 0) - off];
    if (column.wraps && !strong) paper.put(text, x, y, width - GAP, look(column, strong));
    else if (column.figure) paper.figure(text, x, y, width - GAP, look(column, strong));
    else paper.line(text, x, y, width - GAP, look(column, strong));
  };
  const header = (again: boolean): void => {
    const y = paper.y;
    paper.aside(() => paper.shade(paper.left - 4, y - 3, paper.width + 8, ROW + 2));
    const draw = (column: PaperColumn<Row>, index: number): void => cellAt(column, index, column.title, y, true);
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
    const heights = columns.map(({ wraps }, index) =>
      wraps && !strong ? paper.heightOf(texts[index] ?? "", (widths[index] ?? 0) - 2 * GAP, { size: SIZE }) : ROW - 2,
    );
    const height = Math.max(ROW - 2, ...heights);
    if (paper.need(height + 4)) header(true);
    const y = paper.y;
    const row = paper.part("TR", table);
    columns.forEach((column, index) => {
      paper.tagged("TD", () => cellAt(column, index, texts[index] ?? "", y, strong), row);
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
