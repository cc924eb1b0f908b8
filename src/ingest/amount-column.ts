import type { Whole } from "../engine/money.ts";

const FIRST_SIZE = 1024;

/** Amounts by number, each of which may be unknown. Those beyond a safe integer are kept aside. */
export class AmountColumn {
  private amounts = new Float64Array(0);
  private readonly large = new Map<number, bigint>();

  set(at: number, amount: Whole): void {
    if (at >= this.amounts.length) this.expect(Math.max(FIRST_SIZE, at * 2));
    if (typeof amount === "bigint") this.large.set(at, amount);
    else this.amounts[at] = amount;
  }

  /** null where the amount is not known. */
  get(at: number): Whole | null {
    const amount = this.amounts[at] ?? Number.NaN;
    if (!Number.isNaN(amount)) return amount;
    return this.large.size > 0 ? (this.large.get(at) ?? null) : null;
  }

  /** Makes room for that many amounts. */
  expect(size: number): void {
    if (size <= this.amounts.length) return;
    const grown = new Float64Array(size);
    grown.set(this.amounts);
    grown.fill(Number.NaN, this.amounts.length);
    this.amounts = grown;
  }
}
