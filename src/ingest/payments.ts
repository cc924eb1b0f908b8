import type { Day } from "../engine/values/calendar.ts";
import { type Money, minus, ZERO } from "../engine/values/money.ts";
import type { Problems } from "../problems/problems.ts";
import { paidAmount } from "./cells/amount.ts";
import { date } from "./cells/date.ts";
import { rowMeaning } from "./cells/meaning.ts";
import { parseQuarter } from "./cells/quarter.ts";
import { type CellReader, idText, isPlaceholder, shortText } from "./cells/words.ts";
import { findColumns, type HeaderMap, PAYMENTS } from "./table/columns.ts";
import { valueRows } from "./table/header.ts";
import { RowReader } from "./table/row-reader.ts";
import type { Table } from "./text/rows.ts";

/** Money that came for a claim, or went back. */
export interface Payment {
  readonly line: number;
  /** null: the one agency that there are claims of. */
  readonly agency: string | null;
  /** null: told by the reference. */
  readonly quarter: string | null;
  readonly paidOn: Day;
  /** Cents; below zero: money back. */
  readonly amount: Money;
  readonly reference: string | null;
  readonly officer: string | null;
  readonly figure: string | null;
}

/** Reads payments; every problem of every row is reported. Rows alike in every cell, however it is written, are warned of: paid twice, or written twice? */
export function readPayments(table: Table, map: HeaderMap, problems: Problems): Payment[] {
  const at = findColumns(table, PAYMENTS, { map, agency: "" }, problems);
  if (!at) return [];
  const reader = new RowReader(table, problems);
  const payments: Payment[] = [];
  const seen = new Map<string, Map<string | null, number>>();
  valueRows(table, problems, (row) => {
    if (!reader.begin(row, null, false)) return;
    const agency = idText(reader.text(at.agency_id)) || null;
    const quarter = reader.read(at.quarter, parseQuarter, null);
    const paidOn = reader.need(at.paid_on, date, "write the day on which it was paid, such as 2026-02-13");
    const amount = reader.need(at.amount, signedAmount, "write what was paid; what went back with a minus before it");
    const typed = reader.read(at.reference, shortText, null);
    const reference = typed === null || isPlaceholder(typed) ? null : typed;
    const officer = idText(reader.text(at.officer_id)) || null;
    const figure = reader.read(at.figure, shortText, null);
    if (!reader.bad && quarter === null && reference === null)
      reader.refuse(at.quarter, {
        code: "payment-of-nothing",
        message: "the row names neither a quarter nor a request",
        remedy: "write the quarter that was paid, or in reference the number of the request",
      });
    if (reader.bad || paidOn === undefined || amount === undefined) return;
    payments.push({ line: row.line, agency, quarter: quarter?.id ?? null, paidOn, amount, reference, officer, figure });
    const known = new Map([
      [at.agency_id.index, ""],
      [at.amount.index, String(amount)],
    ]);
    const meaning = rowMeaning(row.cells, known);
    const lines = seen.get(meaning) ?? new Map<string | null, number>();
    // A row without an agency is of the one that there are claims of.
    const first = lines.get(agency) ?? (agency === null ? [...lines.values()][0] : lines.get(null));
    seen.set(meaning, lines);
    if (first === undefined) lines.set(agency, row.line);
    else
      reader.warn(at.amount, {
        code: "payments-alike",
        message: `is the same as line ${first} in every cell: paid twice, or written twice?`,
        remedy: "both count; leave one out if it was paid once, else tell them apart by their references",
      });
  });
  reader.sayDayFirst(at.agency_id);
  return payments;
}

/** An amount that may be below zero: a minus before it, or brackets around it. */
const signedAmount: CellReader<Money> = (text) => {
  const inside =
    /^\((.+)\)$/.exec(text)?.[1] ??
    /^(?:-|\u2212)\s*(.+)$/.exec(text)?.[1] ??
    /^\$\s*(?:-|\u2212)(?=\s*\d)(.+)$/.exec(text)?.[1];
  if (inside === undefined || /^\s*$/.test(inside)) return paidAmount(text);
  const amount = paidAmount(inside.trim());
  return typeof amount === "object" ? amount : minus(ZERO, amount);
};
