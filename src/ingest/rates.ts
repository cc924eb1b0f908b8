import type { Day, Quarter } from "../engine/values/calendar.ts";
import { decimalText, type Fraction } from "../engine/values/fraction.ts";
import { divide, HALF_UP, times, type Whole } from "../engine/values/money.ts";
import type { Placement } from "../engine/values/records.ts";
import { quoted } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { Refusal } from "../problems/refusal.ts";
import { count, paidAmount } from "./cells/amount.ts";
import { percentDecimals, rate } from "./cells/percent.ts";
import { parseQuarter } from "./cells/quarter.ts";
import { type CellReader, idText, isPlaceholder, shortText } from "./cells/words.ts";
import { findColumns, type HeaderMap, type Places, RATES, type RatesColumn } from "./table/columns.ts";
import { valueRows } from "./table/header.ts";
import { RowReader } from "./table/row-reader.ts";
import type { Table } from "./text/rows.ts";

/** A row of the rates, before it is known which agencies the run has. */
export interface RatesRow {
  /** null: the run's one agency. */
  readonly agency: string | null;
  readonly table: Table;
  readonly placement: Placement;
}

/** Reads quarters, and refuses those that end before the programme starts. One that is on row after row is read once. */
function programmeQuarter(programmeStart: Day): CellReader<Quarter> {
  let last: { readonly text: string; readonly read: Quarter | Refusal } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, read: read(text) };
    return last.read;
  };
  function read(text: string): Quarter | Refusal {
    const quarter = parseQuarter(text);
    if (quarter instanceof Refusal || quarter.end >= programmeStart) return quarter;
    return new Refusal("before-programme", "ends before the programme starts", "the first quarter is FY2026-Q1");
  }
}

/** Reads the placement rates of a file; every problem of every row is reported. */
export function readRates(table: Table, map: HeaderMap, programmeStart: Day, problems: Problems): RatesRow[] {
  const at = findColumns(table, RATES, { map, agency: "" }, problems);
  if (!at) return [];
  const reader = new RowReader(table, problems);
  const quarterCell = programmeQuarter(programmeStart);
  const rows: RatesRow[] = [];
  valueRows(table, problems, (row) => {
    if (!reader.begin(row, null, false)) return;
    reader.agency = idText(reader.text(at.agency_id)) || null;
    const quarter = reader.need(at.quarter, quarterCell, "write the fiscal quarter, such as FY2026-Q1");
    const given = readRate(reader, at);
    const reference = readReference(reader, at);
    const vehicleCost = reader.read(at.vehicle_cost, paidAmount, null);
    if (reader.bad || !quarter) return;
    const placement = { quarter: quarter.id, line: row.line, ...given, reference, vehicleCost };
    rows.push({ agency: reader.agency, table, placement });
  });
  return rows;
}

/** ICE's reference; what waits for one is none. */
function readReference(reader: RowReader, { reference }: Places<RatesColumn>): string | null {
  const text = reader.read(reference, shortText, null);
  if (text === null || !isPlaceholder(text)) return text;
  reader.note(reference, { code: "placeholder-reference", message: `reference ${quoted(text)} is taken for none yet` });
  return null;
}

function readRate(reader: RowReader, at: Places<RatesColumn>): Pick<Placement, "provided" | "successful" | "rate"> {
  const percent = reader.read(at.placement_rate, rate, null);
  const provided = reader.read(at.placements_provided, count, null);
  const successful = reader.read(at.placements_successful, count, null);
  if (reader.bad) return { provided, successful, rate: percent };
  if (provided === null || successful === null) {
    if (provided !== null || successful !== null) refuseOneCount(reader, at, provided === null);
    return { provided: null, successful: null, rate: percent };
  }
  if (successful > provided)
    reader.refuse(at.placements_successful, {
      code: "more-successful-than-provided",
      message: `placements_successful ${successful} is more than placements_provided ${provided}`,
      remedy: "successful placements are some of those provided; check both counts",
    });
  else if (percent) checkAgreement(reader, at, percent, provided, successful);
  return { provided, successful, rate: null };
}

function refuseOneCount(reader: RowReader, at: Places<RatesColumn>, providedMissing: boolean): void {
  const [missing, present] = providedMissing
    ? [at.placements_provided, at.placements_successful]
    : [at.placements_successful, at.placements_provided];
  reader.refuse(missing, {
    code: "one-count-alone",
    message: `${missing.name} is blank, but ${present.name} is ${reader.text(present)}`,
    remedy: "give both counts, or placement_rate alone",
  });
}

/** A rate and counts must agree at the precision to which the rate is written. */
function checkAgreement(
  reader: RowReader,
  at: Places<RatesColumn>,
  percent: Fraction,
  provided: Whole,
  successful: Whole,
): void {
  const scale = 10 ** percentDecimals(reader.text(at.placement_rate));
  const written = divide(times(percent.n, scale), percent.d, HALF_UP);
  const counted = provided === 0 ? undefined : divide(times(times(successful, 100), scale), provided, HALF_UP);
  if (written === counted) return;
  const counts = provided === 0 ? "no rate" : `${decimalText({ n: times(successful, 100), d: provided }, 6)} %`;
  reader.refuse(at.placement_rate, {
    code: "rate-disagrees",
    message: `placement_rate "${reader.text(at.placement_rate)}" disagrees with the counts: ${successful} of ${provided} is ${counts}`,
    remedy: "correct one of them, or give only one of them",
  });
}
