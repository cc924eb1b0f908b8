import { rowDocument } from "../document/write.ts";
import type { Money } from "../engine/values/money.ts";
import type { Actuals, Span } from "../engine/values/records.ts";
import type { Change, State } from "./change-state.ts";
import { amountText, type Stated, type Teller } from "./teller.ts";

/** The columns of the fields of a row. */
const ROW_COLUMNS = {
  model: "program_model",
  trainedOn: "trained_on",
  start: "start_date",
  end: "end_date",
  eligible: "eligible",
  timeShare: "time_share",
  salary: "annual_salary",
  benefits: "annual_benefits",
} as const satisfies Partial<Record<keyof Span, keyof ReturnType<typeof rowDocument>>>;
type RowField = keyof typeof ROW_COLUMNS;
const ROW_FIELDS = Object.keys(ROW_COLUMNS) as RowField[];

const ACTUAL_COLUMNS = {
  salaryPaid: ["salary_paid"],
  benefitsPaid: ["benefits_paid"],
  overtimePaid: ["overtime_paid", "overtime_hours", "overtime_rate"],
  otherFunding: ["other_funding"],
} as const;
type ActualField = keyof typeof ACTUAL_COLUMNS;
const ACTUAL_FIELDS = Object.keys(ACTUAL_COLUMNS) as ActualField[];

/** What changed in an officer's rows: cells, and rows that were added or are gone. */
export function rowChanges(slots: readonly Slot[], teller: Teller): Change[] {
  return slots.flatMap(({ filed, now }, index): Change[] => {
    const put = (span: Span | null) => (state: State) => ({ ...state, slots: state.slots.with(index, span) });
    if (filed && now) return cellChanges(filed, now, index, teller);
    if (now) return [{ text: () => `a row was added (${teller.row("now", now.line)})`, apply: put(now) }];
    if (filed) return [{ text: () => `a row is gone (${teller.row("filed", filed.line)} then)`, apply: put(null) }];
    return [];
  });
}

function cellChanges(filed: Span, now: Span, index: number, teller: Teller): Change[] {
  const [then, today] = [rowDocument(filed), rowDocument(now)];
  return ROW_FIELDS.filter((field) => then[ROW_COLUMNS[field]] !== today[ROW_COLUMNS[field]]).map((field) => {
    const column = ROW_COLUMNS[field];
    const stated = (row: typeof then): Stated => ({ text: statedText(row[column]), lines: [row.line] });
    return {
      text: () => teller.cell(column, "roster", [column], stated(then), stated(today)),
      apply: (state) => {
        const slot = state.slots[index];
        return slot ? { ...state, slots: state.slots.with(index, { ...slot, [field]: now[field] }) } : state;
      },
    };
  });
}

const statedText = (value: string | boolean | number | null): string =>
  value === null ? "blank" : typeof value === "boolean" ? (value ? "yes" : "no") : String(value);

/** A row of the filed claim and the row that took its place. */
export interface Slot {
  readonly filed: Span | null;
  readonly now: Span | null;
}

/** Pairs the rows of an officer: those that are alike first, then in their order. */
export function pairRows(filed: readonly Span[], now: readonly Span[]): Slot[] {
  const key = (span: Span): string => JSON.stringify({ ...rowDocument(span), line: 0 });
  const left = [...filed];
  const slots: { filed: Span | null; now: Span | null }[] = now.map((span) => {
    const same = left.findIndex((one) => key(one) === key(span));
    return { filed: same < 0 ? null : (left.splice(same, 1)[0] ?? null), now: span };
  });
  for (const slot of slots) slot.filed ??= left.shift() ?? null;
  return [...left.map((span) => ({ filed: span, now: null })), ...slots];
}

/** What changed in payroll, or in the actuals of the roster. */
export function actualChanges(filed: State, now: State, teller: Teller): Change[] {
  const quarters = [...new Set([...filed.actuals.keys(), ...now.actuals.keys()])].sort();
  return quarters.flatMap((quarter) => {
    const [then, today] = [filed.actuals.get(quarter), now.actuals.get(quarter)];
    const role = [then, today].some((one) => one && one.payrollLines.length > 0) ? "payroll" : "roster";
    return ACTUAL_FIELDS.filter((field) => (then?.[field] ?? null) !== (today?.[field] ?? null)).map(
      (field): Change => {
        const stated = (actuals: Actuals | undefined, state: State): Stated => ({
          text: amountText(actuals?.[field] ?? null),
          lines: role === "payroll" ? (actuals?.payrollLines ?? []) : linesOf(state),
        });
        const name = `${ACTUAL_COLUMNS[field][0]} of ${quarter}`;
        return {
          text: () => teller.cell(name, role, ACTUAL_COLUMNS[field], stated(then, filed), stated(today, now)),
          apply: (state) => ({ ...state, actuals: withPaid(state.actuals, quarter, field, today?.[field] ?? null) }),
        };
      },
    );
  });
}

const linesOf = ({ slots }: State): number[] => slots.flatMap((slot) => slot?.line ?? []);

function withPaid(
  actuals: ReadonlyMap<string, Actuals>,
  quarter: string,
  field: ActualField,
  amount: Money | null,
): ReadonlyMap<string, Actuals> {
  const none: Actuals = {
    quarter,
    salaryPaid: null,
    benefitsPaid: null,
    overtimePaid: null,
    otherFunding: null,
    payrollLines: [],
  };
  const before = actuals.get(quarter) ?? none;
  return new Map([...actuals, [quarter, { ...before, [field]: amount }]]);
}

/** What changed in an officer's receipts for equipment. */
export function equipmentChanges(filed: State, now: State, teller: Teller): Change[] {
  if (filed.equipmentCost === now.equipmentCost) return [];
  const stated = (state: State): Stated => ({ text: amountText(state.equipmentCost), lines: linesOf(state) });
  return [
    {
      text: () => teller.cell("equipment_cost", "roster", ["equipment_cost"], stated(filed), stated(now)),
      apply: (state) => ({ ...state, equipmentCost: now.equipmentCost }),
    },
  ];
}
