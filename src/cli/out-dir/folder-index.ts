import { type Money, plus, ZERO } from "../../engine/values/money.ts";
import { INDEX_HEADER, type IndexRow, type IndexStatus, indexLine } from "../../report/index-csv.ts";

/** What a run into a folder came to: a line an agency, and the sums; no more, so that many agencies take little room. */
export class FolderIndex {
  readonly counts: Record<IndexStatus, number> = { written: 0, unchanged: 0, exists: 0, error: 0 };
  /** Of the agencies whose claim is there. */
  officers = 0;
  total: Money = ZERO;
  /** By agency its line in index.csv and, where there is a file, in SHA256SUMS. */
  private readonly lines: { readonly id: string; readonly line: string; readonly sum: string }[] = [];

  /** @param total of the claim, where there is one */
  add(row: IndexRow, total: Money = ZERO): void {
    const { id, file, sha256, status, totals } = row;
    this.counts[status] += 1;
    if (totals && (status === "written" || status === "unchanged")) {
      this.officers += totals.officers;
      this.total = plus(this.total, total);
    }
    const sum = file === null || sha256 === null ? "" : `${sha256}  ${file}\n`;
    this.lines.push({ id, line: indexLine(row), sum });
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
    return this.inOrder.map(({ sum }) => sum);
  }

  private get inOrder() {
    return this.lines.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
