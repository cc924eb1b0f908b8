const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const NO_BREAK_SPACE = 0xa0;

/** Why the quotes of a row cannot be read, and the cell that they stand in, from 1. */
export interface BrokenQuotes {
  readonly code: "unclosed-quote" | "stray-quote";
  readonly column: number;
}

/** A row as the reader meets it. The cells are those of this moment only; nobody keeps the array. */
export interface Row {
  cells: string[];
  /** The physical line on which the row begins, from 1. */
  line: number;
  /** Where the row begins and ends in the text, its line end included. */
  start: number;
  end: number;
  /** Whether a quote is misplaced, so that no cell from there on can be trusted. */
  broken: BrokenQuotes | null;
}

/**
 * Walks through a CSV text from any place, to find where cells stand and to read rows from a misplaced quote on. A line ends
 * with LF, CRLF or CR, whatever the others do. A quote that does not close ends with its line, so that it never takes the
 * lines below with it.
 */
export class RowCursor {
  readonly row: Row = { cells: [], line: 1, start: 0, end: 0, broken: null };
  /** Where the next cell begins. */
  at: number;
  /** The physical line on which the next row begins, counted from 1 where the cursor began. */
  line = 1;
  private readonly text: string;
  private readonly delimiter: number;
  /** Cells of the header: as many on a line inside quotes show that the quote should have closed before. */
  private readonly columns: number;

  constructor(text: string, delimiter: string, columns = 0, at = 0) {
    this.text = text;
    this.delimiter = delimiter.charCodeAt(0);
    this.columns = columns;
    this.at = at;
  }

  /** Reads the next row, or its first cells only. @returns false at the end of the text */
  next(most = Number.POSITIVE_INFINITY): boolean {
    const { text, row, delimiter } = this;
    const { cells } = row;
    const { length } = text;
    if (this.at >= length) return false;
    row.start = this.at;
    row.line = this.line;
    row.broken = null;
    let count = 0;
    let begin = this.at;
    let at = begin;
    let mayQuote = true;
    while (count < most) {
      const code = at < length ? text.charCodeAt(at) : LF;
      if (code > 59) at += 1;
      else if (code === delimiter) {
        cells[count++] = text.slice(begin, at);
        begin = at += 1;
        mayQuote = true;
      } else if (code === LF || code === CR) {
        cells[count++] = text.slice(begin, at);
        at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
        this.line += 1;
        break;
      } else if (code === QUOTE && mayQuote) {
        mayQuote = false;
        const end = this.onlySpaces(begin, at) ? this.quotedCell(at, count) : -1;
        if (end < 0) {
          at += 1;
          continue;
        }
        cells[count++] = this.cell;
        at = begin = end + 1;
        mayQuote = true;
        if (text.charCodeAt(end) === delimiter) continue;
        if (text.charCodeAt(end) === CR && text.charCodeAt(at) === LF) at += 1;
        this.line += 1;
        break;
      } else at += 1;
    }
    cells.length = count;
    this.at = row.end = Math.min(at, length);
    return true;
  }

  /** The text of the quoted cell just read. */
  private cell = "";

  /** Reads a quoted cell. @returns where its delimiter or line end is, or -1 where its quotes are misplaced */
  private quotedCell(open: number, index: number): number {
    const { text } = this;
    let value = "";
    for (let from = open + 1; ; ) {
      const close = text.indexOf('"', from);
      if (close < 0) return this.misplaced("unclosed-quote", index);
      value += text.slice(from, close);
      from = close + 1;
      if (text.charCodeAt(from) === QUOTE) {
        value += '"';
        from += 1;
        continue;
      }
      while (this.isSpace(from)) from += 1;
      const lines = linesIn(value);
      if (!this.isCellEnd(from)) return this.misplaced(lines > 0 ? "unclosed-quote" : "stray-quote", index);
      if (lines > 0 && (this.holdsRow(value) || this.joinsRows(from, index)))
        return this.misplaced("unclosed-quote", index);
      this.cell = value;
      this.line += lines;
      return from;
    }
  }

  private misplaced(code: BrokenQuotes["code"], index: number): -1 {
    this.row.broken ??= { code, column: index + 1 };
    return -1;
  }

  private isCellEnd(at: number): boolean {
    if (at >= this.text.length) return true;
    const code = this.text.charCodeAt(at);
    return code === this.delimiter || code === LF || code === CR;
  }

  private isSpace(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return code === SPACE || code === NO_BREAK_SPACE || (code === TAB && this.delimiter !== TAB);
  }

  private onlySpaces(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (!this.isSpace(at)) return false;
    return true;
  }

  /** Whether a line of a quoted text, after its first, has the cells of a whole row. */
  private holdsRow(value: string): boolean {
    return value
      .split(LINE_END)
      .slice(1)
      .some((line) => this.isRow(line));
  }

  /**
   * Whether a quoted text makes one row of two: the line on which the row begins and the one on which the text ends have as
   * many cells as the row made of them, or as the header. Blank cells may be left out at the end of a row.
   */
  private joinsRows(end: number, index: number): boolean {
    const { text } = this;
    const before = text.slice(this.row.start, end).split(LINE_END);
    const after = text.slice(end).split(LINE_END, 1)[0] ?? "";
    const cells = Math.min(this.columns, index + this.cellsOf(after));
    return this.isRow(before[0] ?? "", cells) && this.isRow(`${before.at(-1)}${after}`, cells);
  }

  private isRow(line: string, cells = this.columns): boolean {
    return cells >= FEWEST_CELLS && this.cellsOf(line) >= cells;
  }

  private cellsOf(line: string): number {
    return line.split(String.fromCharCode(this.delimiter)).length;
  }
}

/** A line of text has so few delimiters often. */
const FEWEST_CELLS = 3;

const LINE_END = /\r\n|\n|\r/;

/** Line ends of a text. */
function linesIn(text: string): number {
  return text.includes("\n") || text.includes("\r") ? text.split(LINE_END).length - 1 : 0;
}
