import { plus, type Whole } from "../engine/values/money.ts";

type TypedArray = Int32Array | Uint32Array | Float64Array;

/** Numbers by their place, in an array that grows; what was not set is zero. */
export class TypedColumn<A extends TypedArray> {
  private values: A;
  private readonly make: new (
    size: number,
  ) => A;

  constructor(make: new (size: number) => A) {
    this.make = make;
    this.values = new make(0);
  }

  get(at: number): number {
    return this.values[at] ?? 0;
  }

  set(at: number, value: number): void {
    if (at >= this.values.length) this.grow(at);
    this.values[at] = value;
  }

  private grow(at: number): void {
    const grown = new this.make(Math.max(FIRST_SIZE, at * 2));
    grown.set(this.values);
    this.values = grown;
  }

  /** A copy of the first ones. */
  first(count: number): A {
    const copy = new this.make(count);
    copy.set(this.values.subarray(0, count));
    return copy;
  }
}

const FIRST_SIZE = 64;

/** Amounts by their place, zero or more, each of which may be unknown. Exact: one beyond the safe integers is kept aside. */
export class AmountColumn {
  /** Each amount + 1; 0 where it is unknown or kept aside. */
  private readonly amounts = new TypedColumn(Float64Array);
  private readonly large = new Map<number, Whole>();

  set(at: number, amount: Whole): void {
    const kept = plus(amount, 1);
    this.amounts.set(at, typeof kept === "number" ? kept : 0);
    if (typeof kept !== "number") this.large.set(at, amount);
  }

  /** null where the amount is not known. */
  get(at: number): Whole | null {
    const kept = this.amounts.get(at);
    return kept > 0 ? kept - 1 : (this.large.get(at) ?? null);
  }
}
