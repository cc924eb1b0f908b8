/** A generator of whole numbers below a bound that gives the same ones each time. */
export type Below = (bound: number) => number;

export function numbers(seed: number): Below {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const pick = <T>(below: Below, all: readonly T[]): T => all[below(all.length)] as T;

const LIKELY = [...'",;\t\n\r =-+.0159eE%$/()\0\\{}[]:<>&']
  .map((character) => character.charCodeAt(0))
  .concat(0x80, 0xc3, 0xff, 0x1b);

/** A byte put in, taken out or changed, or some of them lost or said again. */
export function byteMutated(bytes: Buffer, below: Below): Buffer {
  const at = below(bytes.length + 1);
  const byte = below(2) === 0 ? pick(below, LIKELY) : below(256);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  const some = 1 + below(40);
  switch (below(5)) {
    case 0:
      return Buffer.concat([before, Buffer.from([byte]), after]);
    case 1:
      return Buffer.concat([before, after.subarray(some)]);
    case 2:
      return Buffer.concat([before, after.subarray(0, some), after]);
    case 3:
      return below(20) === 0 ? Buffer.from(before) : Buffer.concat([before, after.subarray(1)]);
    default:
      return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)]);
  }
}

const CELLS = [
  ...[
    "",
    " ",
    "0",
    "1",
    "-1",
    "00123",
    "1e5",
    "1.23E+11",
    "NaN",
    "Infinity",
    "0x10",
    "#N/A",
    "#REF!",
    "N/A",
    "TBD",
    "total",
    "Total:",
  ],
  ...[
    "85,000.37",
    "85.000,37",
    "85.000",
    "(1.00)",
    "$ -",
    "999999999999999.99",
    "9007199254740993",
    "0.001",
    "92%",
    "0.92",
    "101",
  ],
  ...[
    "2025-10-01",
    "10/1/2025",
    "13/13/2025",
    "2025-02-30",
    "45931",
    "12/31/9999",
    "15-Nov-25",
    "FY2026-Q1",
    "FFY26-1",
    "Q5 2026",
  ],
  ...[
    "=1+1",
    "@cmd",
    "'00123",
    '="00123"',
    "__proto__",
    "constructor",
    "\u202eevil",
    "\u200b",
    "王小明",
    "a\nb",
    'a"b',
    "x".repeat(5000),
  ],
] as const;

const quoted = (cell: string): string => (/[",\n\r;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A table with a cell changed, a row or a column said again, moved or gone, or a line put in that is none. */
export function tableMutated(bytes: Buffer, below: Below): Buffer {
  const rows = bytes
    .toString("utf8")
    .split("\n")
    .map((line) => line.split(","));
  const [at, other] = [below(rows.length), below(rows.length)];
  const row = rows[at] ?? [];
  const column = below(Math.max(1, row.length));
  switch (below(9)) {
    case 0:
      rows.splice(other, 0, row);
      break;
    case 1:
      rows.splice(at, 1);
      break;
    case 2:
      for (const one of rows) one.splice(column, 1);
      break;
    case 3:
      for (const one of rows) one.splice(below(2) === 0 ? column : 0, 0, one[column] ?? "");
      break;
    case 4:
      rows.splice(at, 0, [pick(below, ["Total", "Prepared by Ana", "", "-----", "Page 1 of 2", "notes: a, b"])]);
      break;
    case 5:
      row.push(quoted(pick(below, CELLS)));
      break;
    default:
      row[column] = quoted(pick(below, CELLS));
  }
  return Buffer.from(rows.map((cells) => cells.join(",")).join(pick(below, ["\n", "\n", "\n", "\r\n", "\r"])));
}

const VALUES = [
  ...[null, true, 0, -1, 1.5, 1e308, "", "x", "0", "-0.01", "1e5", "NaN", "85000.37", "99999999999999999999.99"],
  ...[
    "2025-13-40",
    "FY2026-Q9",
    "../../etc/passwd",
    "/etc/passwd",
    "\u202e",
    "__proto__",
    {},
    [],
    [[]],
    "x".repeat(5000),
  ],
] as const;

/** A document with a value changed, gone, said again or under another key, at any depth. */
export function jsonMutated(bytes: Buffer, below: Below): Buffer {
  const root = JSON.parse(bytes.toString("utf8")) as unknown;
  const holders: (Record<string, unknown> | unknown[])[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (Object.keys(value).length > 0) holders.push(value as Record<string, unknown>);
    for (const one of Object.values(value)) walk(one);
  };
  walk(root);
  const holder = pick(below, holders);
  if (!holder) return bytes;
  const key = pick(below, Object.keys(holder));
  const of = holder as Record<string, unknown>;
  switch (below(5)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete of[key];
      break;
    case 1:
      if (Array.isArray(holder)) holder.push(of[key]);
      else of[pick(below, ["x", "toString", "schema", "prior", "amends", "evidence"])] = of[key];
      break;
    case 2:
      of[key] = of[pick(below, Object.keys(holder))];
      break;
    default:
      of[key] = pick(below, VALUES);
  }
  return Buffer.from(JSON.stringify(root, null, 2));
}

/** The smallest part of an input that still fails, as far as halves and quarters of it tell. */
export async function minimized(bytes: Buffer, fails: (bytes: Buffer) => Promise<boolean>): Promise<Buffer> {
  let least = bytes;
  for (let size = Math.floor(bytes.length / 2); size >= 1; size = Math.floor(size / 2))
    for (let at = 0; at + size <= least.length; ) {
      const less = Buffer.concat([least.subarray(0, at), least.subarray(at + size)]);
      if (await fails(less)) least = less;
      else at += size;
    }
  return least;
}
