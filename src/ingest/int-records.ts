const NONE = new Int32Array(0);
const FIRST_SIZE = 32;
/** Numbers in a piece of memory that small rosters share, and how many one of them may take. */
const SHARED = 4096;
const SMALL = 512;

/** Records of a few whole numbers of 32 bits each, one record after the other; what was not set is zero. */
export class IntRecords {
  private ints = NONE;
  private readonly width: number;

  /** @param width numbers in a record */
  constructor(width: number) {
    this.width = width;
  }

  get(record: number, field: number): number {
    return this.ints[record * this.width + field] ?? 0;
  }

  set(record: number, field: number, value: number): void {
    const at = record * this.width + field;
    if (at >= this.ints.length) this.expect(Math.max(FIRST_SIZE, record * 2));
    this.ints[at] = value;
  }

  /** Makes room for that many records. */
  expect(records: number): void {
    if (records * this.width <= this.ints.length) return;
    const grown = numbers(records * this.width);
    grown.set(this.ints);
    this.ints = grown;
  }
}

/** Memory for the records of small rosters, one after the other: asking for it takes longer than filling it. */
let shared = new Int32Array(0);
let used = 0;

function numbers(count: number): Int32Array<ArrayBuffer> {
  if (count > SMALL) return new Int32Array(count);
  if (used + count > shared.length) {
    shared = new Int32Array(SHARED);
    used = 0;
  }
  used += count;
  return new Int32Array(shared.buffer, (used - count) * Int32Array.BYTES_PER_ELEMENT, count);
}
