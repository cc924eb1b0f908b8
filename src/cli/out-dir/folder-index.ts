import { type Money, plus, ZERO } from "../../engine/values/money.ts";
import { flat } from "../../ingest/flat.ts";
import { INDEX_HEADER, type IndexRow, type IndexStatus, indexLine } from "../../report/index-csv.ts";

/** What a run into a folder came to: a line an agency, and the sums; no more, so that many agencies take little room. */
export class FolderIndex {
  readonly counts: Record<IndexStatus, number> = { written: 0, unchanged: 0, exists: 0, error: 0 };
  /** Of the agencies whose claim is there. */
  officers = 0;
  total: Money = ZERO;
  /** By agency its line, and where the name and the hash of its file are in it; -1 where there are none. */
  private readonly lines: { readonly id: string; readonly line: string; readonly file: number }[] = [];

  /** @param total of the claim, where there is one */
  add(row: IndexRow, total: Money = ZERO): void {
    const { id, file, sha256, status, totals } = row;
    this.counts[status] += 1;
    if (totals && (status === "written" || status === "unchanged")) {
      this.officers += totals.officers;
      this.total = plus(this.total, total);
    }
    const line = flat(indexLine(row));
    this.lines.push({
      id: flat(id),
      line,
      file: file !== null && sha256 !== null ? line.lastIndexOf(`${file},${sha256},`) : -1,
    });
  }

  /** How many agencies there are. */
  get size(): number {
    return this.lines.length;
  }

  /** index.csv, agencies in order of their ids. */
  get csv(): string[] {
    return [INDEX_HEADER, ...this.inOrder.map(({ line }) => line)];
  }

  /** SHA256SUMS of the claims, as `sha256sum -c` reads it. */
  get sums(): string[] {
    return this.inOrder.map(({ line, file }) => {
      const [name, sha256] = file < 0 ? [] : line.slice(file).split(",", 2);
      return name === undefined ? "" : `${sha256}  ${name}\n`;
    });
  }

  private get inOrder() {
    return this.lines.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
