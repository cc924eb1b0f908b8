import { rowDocument } from "../document/officer.ts";
import type { Actuals, Span } from "../engine/values/records.ts";
import { columnsOfField } from "../ingest/table/columns.ts";
import type { Role } from "../ingest/text/rows.ts";
import { type Basis, type Change, rowUnder } from "./basis.ts";
import { amountText, type Stated, type Wording } from "./cells.ts";

const ROW_FIELDS = [
  ...(["model", "trainedOn", "start", "end", "authorizedOn", "authorizedUntil", "eligible", "timeShare"] as const),
  ...(["salary", "benefits"] as const),
] as const;
const ACTUAL_FIELDS = ["salaryPaid", "benefitsPaid", "overtimePaid", "otherFunding"] as const;
type ActualField = (typeof ACTUAL_FIELDS)[number];

/** What changed in an officer's rows: cells, and rows that were added or are gone. */
export function rowChanges(pairs: readonly RowPair[], wording: Wording): Change[] {
  return pairs.flatMap(({ filed, now }, index): Change[] => {
    const put = (span: Span | null) => (basis: Basis) => ({
      ...basis,
      rows: basis.rows.with(index, span && rowUnder(span, basis.agreements)),
    });
    if (filed && now) return cellChanges(filed, now, index, wording);
    if (now) return [{ text: () => `a row was added (${wording.row("now", now.line)})`, apply: put(now) }];
    return [{ text: () => `a row is gone (${wording.row("filed", filed.line)} then)`, apply: put(null) }];
  });
}

function cellChanges(filed: Span, now: Span, index: number, wording: Wording): Change[] {
  const [then, today] = [rowDocument(filed), rowDocument(now)];
  return ROW_FIELDS.flatMap((field) => {
    const [column] = columnsOfField(field) as [keyof typeof then];
    if (then[column] === today[column]) return [];
    const stated = (row: typeof then): Stated => ({
      text: statedText(row[column]),
      role: "roster",
      lines: [row.line],
    });
    return {
      text: () => wording.cell(column, [column], stated(then), stated(today)),
      apply: (basis) => {
        const row = basis.rows[index];
        return row ? { ...basis, rows: basis.rows.with(index, withField(row, field, now)) } : basis;
      },
    };
  });
}

/** A row with a field of another; one that the other does not state, it does not have. */
function withField(row: Span, field: (typeof ROW_FIELDS)[number], now: Span): Span {
  const { [field]: _, ...rest } = row;
  return (now[field] === undefined ? rest : { ...rest, [field]: now[field] }) as Span;
}

const statedText = (value: string | boolean | number | null | undefined): string =>
  value === null || value === undefined ? "blank" : typeof value === "boolean" ? (value ? "yes" : "no") : String(value);

/** A row of the filed claim and the row that took its place; one of the two may not be there. */
export type RowPair =
  | { readonly filed: Span; readonly now: null }
  | { readonly filed: Span | null; readonly now: Span };

/** Pairs the rows of an officer: those that are alike first, then in their order. */
export function pairRows(filed: readonly Span[], now: readonly Span[]): RowPair[] {
  const key = (span: Span): string => JSON.stringify({ ...rowDocument(span), line: 0 });
  const left = [...filed];
  const pairs: { filed: Span | null; now: Span }[] = now.map((span) => {
    const same = left.findIndex((one) => key(one) === key(span));
    return { filed: same < 0 ? null : (left.splice(same, 1)[0] ?? null), now: span };
  });
  for (const pair of pairs) pair.filed ??= left.shift() ?? null;
  return [...left.map((span) => ({ filed: span, now: null })), ...pairs];
}

/** What changed in payroll, or in the actuals of the roster. */
export function actualChanges(filed: Basis, now: Basis, wording: Wording): Change[] {
  const quarters = [...new Set([...filed.actuals.keys(), ...now.actuals.keys()])].sort();
  return quarters.flatMap((quarter) => {
    const [then, today] = [filed.actuals.get(quarter), now.actuals.get(quarter)];
    const roleOf = (when: "filed" | "now", one: Actuals | undefined) => one && wording.roleOfPaid(when, one);
    // Where one of the claims knows nothing of the officer and quarter, its blank is in the other's file.
    const was = roleOf("filed", then) ?? roleOf("now", today) ?? "roster";
    const is = roleOf("now", today) ?? was;
    return ACTUAL_FIELDS.filter((field) => !isPaidAlike(then, today, field, wording)).map((field): Change => {
      const stated = (when: "filed" | "now", actuals: Actuals | undefined, basis: Basis, role: Role): Stated => ({
        text: amountText(wording.paid(when, actuals, field)),
        role,
        lines: role === "payroll" ? (actuals?.payrollLines ?? []) : linesOf(basis),
      });
      const columns = columnsOfField(field);
      const name = `${columns[0]} of ${quarter}`;
      return {
        text: () => wording.cell(name, columns, stated("filed", then, filed, was), stated("now", today, now, is)),
        apply: (basis) => ({ ...basis, actuals: withPaid(basis.actuals, quarter, field, today) }),
      };
    });
  });
}

/**
 * The filed basis with what was paid as the claim now has it, wherever it was as much: by hours × rate, where a reading that
 * changed may round it to another cent, and a claim whose files are not there states but the dollars.
 */
export function paidAlike(filed: Basis, now: Basis, wording: Wording): Basis {
  let { actuals } = filed;
  for (const [quarter, then] of filed.actuals)
    for (const field of ACTUAL_FIELDS) {
      const today = now.actuals.get(quarter);
      if (isPaidAlike(then, today, field, wording)) actuals = withPaid(actuals, quarter, field, today);
    }
  return { ...filed, actuals };
}

/** Whether it is the same amount, as the filed claim reckons. */
const isPaidAlike = (
  then: Actuals | undefined,
  today: Actuals | undefined,
  field: ActualField,
  wording: Wording,
): boolean => wording.paid("filed", then, field) === wording.paid("filed", today, field);

const linesOf = ({ rows }: Basis): number[] => rows.flatMap((row) => row?.line ?? []);

/** What was paid with an amount of another, and with the hours × rate that are part of it. */
function withPaid(
  actuals: ReadonlyMap<string, Actuals>,
  quarter: string,
  field: ActualField,
  today: Actuals | undefined,
): ReadonlyMap<string, Actuals> {
  const none: Actuals = {
    quarter,
    salaryPaid: null,
    benefitsPaid: null,
    overtimePaid: null,
    otherFunding: null,
    payrollLines: [],
  };
  const paid = { ...(actuals.get(quarter) ?? none), [field]: today?.[field] ?? null };
  const rows = field === "salaryPaid" ? "salaryRows" : field === "overtimePaid" ? "overtimeRows" : undefined;
  return new Map([...actuals, [quarter, (rows ? { ...paid, [rows]: today?.[rows] } : paid) as Actuals]]);
}

/** What changed in an officer's receipts for equipment. */
export function equipmentChanges(filed: Basis, now: Basis, wording: Wording): Change[] {
  if (filed.equipmentCost === now.equipmentCost) return [];
  const stated = (basis: Basis): Stated => ({
    text: amountText(basis.equipmentCost),
    role: "roster",
    lines: linesOf(basis),
  });
  return [
    {
      text: () => wording.cell("equipment_cost", ["equipment_cost"], stated(filed), stated(now)),
      apply: (basis) => ({ ...basis, equipmentCost: now.equipmentCost }),
    },
  ];
}
