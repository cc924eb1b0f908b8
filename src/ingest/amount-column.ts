import type { Whole } from "../engine/money.ts";

const FIRST_SIZE = 1024;

/** Amounts by number, each of which may be unknown. Those beyond a safe integer are kept aside. */
export class AmountColumn {
  private amounts = new Float64Array(0);
  private readonly large = new Map<number, bigint>();

  set(at: number, amount: Whole): void {
    if (at >= this.amounts.length) this.grow(at);
    if (typeof amount === "bigint") this.large.set(at, amount);
    else this.amounts[at] = amount;
  }

  /** null where the amount is not known. */
  get(at: number): Whole | null {
    const amount = this.amounts[at] ?? Number.NaN;
    if (!Number.isNaN(amount)) return amount;
    return this.large.size > 0 ? (this.large.get(at) ?? null) : null;
  }

  private grow(at: number): void {
    const grown = new Float64Array(Math.max(FIRST_SIZE, 2 ** Math.ceil(Math.log2(at + 1))));
    grown.set(this.amounts);
    grown.fill(Number.NaN, this.amounts.length);
    this.amounts = grown;
  }
}
