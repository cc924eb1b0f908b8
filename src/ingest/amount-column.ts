import { plus, type Whole } from "../engine/money.ts";

const NONE = new Float64Array(0);
const FIRST_SIZE = 32;

/** Amounts by number, each of which may be unknown. Those beyond a safe integer are kept aside. */
export class AmountColumn {
  /** Each amount + 1; 0 where it is unknown. */
  private amounts = NONE;
  private large: Map<number, bigint> | undefined;

  set(at: number, amount: Whole): void {
    if (at >= this.amounts.length) this.expect(Math.max(FIRST_SIZE, at * 2));
    const kept = plus(amount, 1);
    if (typeof kept === "number") this.amounts[at] = kept;
    else {
      this.large ??= new Map();
      this.large.set(at, kept);
    }
  }

  /** null where the amount is not known. */
  get(at: number): Whole | null {
    const kept = this.amounts[at] ?? 0;
    if (kept > 0) return kept - 1;
    const large = this.large?.get(at);
    return large === undefined ? null : plus(large, -1);
  }

  /** Makes room for that many amounts. */
  expect(size: number): void {
    if (size <= this.amounts.length) return;
    const grown = new Float64Array(size);
    grown.set(this.amounts);
    this.amounts = grown;
  }
}
