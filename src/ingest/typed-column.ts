import { plus, type Whole } from "../engine/values/money.ts";

type TypedArray = Int32Array | Uint32Array | Float64Array;

/** Numbers by their place, in pieces, so that growing copies nothing; what was not set is zero. */
export class TypedColumn<A extends TypedArray> {
  private readonly pieces: A[] = [];
  private readonly make: new (
    size: number,
  ) => A;

  constructor(make: new (size: number) => A) {
    this.make = make;
  }

  get(at: number): number {
    return this.pieces[at >>> BITS]?.[at & MASK] ?? 0;
  }

  set(at: number, value: number): void {
    const piece = at >>> BITS;
    let values = this.pieces[piece];
    if (values === undefined) {
      while (this.pieces.length < piece) this.pieces.push(new this.make(1 << BITS));
      values = new this.make(1 << BITS);
      this.pieces.push(values);
    }
    values[at & MASK] = value;
  }
}

const BITS = 13;
const MASK = (1 << BITS) - 1;

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
