import { plus, type Whole } from "../engine/values/money.ts";

const NONE = new Uint32Array(0);
/** 64 bytes, which V8 keeps with its other objects. */
const FIRST_SIZE = 16;
const MOST = 2 ** 32 - 1;

/**
 * Amounts by number, zero or more, each of which may be unknown. The usual ones are below 2^32, which is 429,496.72 of annual
 * pay and 42,949,672.94 of any other amount; larger ones are kept aside.
 */
export class AmountColumn {
  /** Each amount + 1; 0 where it is unknown or large. */
  private amounts = NONE;
  private large: Map<number, Whole> | undefined;

  set(at: number, amount: Whole): void {
    if (at >= this.amounts.length) this.expect(Math.max(FIRST_SIZE, at * 2));
    const kept = plus(amount, 1);
    if (typeof kept === "number" && kept <= MOST) this.amounts[at] = kept;
    else {
      this.amounts[at] = 0;
      this.large ??= new Map();
      this.large.set(at, amount);
    }
  }

  /** null where the amount is not known. */
  get(at: number): Whole | null {
    const kept = this.amounts[at] ?? 0;
    return kept > 0 ? kept - 1 : (this.large?.get(at) ?? null);
  }

  /** Makes room for that many amounts. */
  expect(size: number): void {
    if (size <= this.amounts.length) return;
    const grown = new Uint32Array(size);
    grown.set(this.amounts);
    this.amounts = grown;
  }
}
