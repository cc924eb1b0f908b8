import { Decimal } from "decimal.js";
import type { Readings } from "../../src/engine/values/ids.ts";
import type { AgencyText, PayrollRow, RateRow, RosterRow } from "./build.ts";

/**
 * A second calculation of a claim, for comparison: the rules in plain decimals and days counted one by one. It shares no
 * code with the engine. Each figure divides once, last, so that no digit that decides a rounding is lost.
 */
const D = Decimal.clone({ precision: 200, toExpNeg: -300, toExpPos: 300 });
type D = Decimal;

const PROGRAMME_START = dayNumber("2025-10-01");
const ZERO = new D(0);

interface OracleOfficer {
  readonly eligible_days: string;
  readonly salary: string;
  readonly benefits: string;
  readonly overtime_cap_room: string;
  readonly estimated: string;
  readonly overtime: string;
  readonly overtime_over_cap: string;
  readonly other_funding: string;
  readonly award: string;
  readonly equipment: string;
  readonly total: string;
}

export interface OracleClaim {
  readonly officers: Readonly<Record<string, OracleOfficer>>;
  readonly vehicles: string;
  /** Salary and benefits without payroll behind them. */
  readonly estimated: string;
  readonly total: string;
}

interface Period {
  readonly id: string;
  readonly days: readonly number[];
  readonly yearDays: readonly number[];
}

interface Pay {
  readonly salary: D;
  readonly benefits: D;
  readonly room: D;
  readonly overtime: D;
  readonly overCap: D;
  readonly days: number;
}

/** A roster row with the agreements of its agency. */
type Row = RosterRow & Pick<AgencyText, "agreements">;
type Known = AgencyText & { readonly roster: readonly Row[] };

export function oracleClaim(given: AgencyText, quarterId: string, readings: Readings): OracleClaim {
  const agency: Known = { ...given, roster: given.roster.map((row) => ({ ...row, agreements: given.agreements })) };
  const period = periodOf(quarterId);
  const ids = [...new Set(agency.roster.map(({ officer = "A1" }) => officer))];
  const perOfficer = awardOf(
    agency.rates?.find(({ quarter }) => quarter === quarterId),
    readings["rate-rounding"],
  );
  let sum = ZERO;
  let estimated = ZERO;
  const officers = ids.map((id): [string, OracleOfficer] => {
    const rows = agency.roster.filter(({ officer = "A1" }) => officer === id);
    const pay = payOf(id, rows, agency, period, readings);
    const paid = pay.salary.plus(pay.benefits).plus(pay.overtime);
    const known = payroll(agency, id, quarterId);
    const other = D.min(amount(known?.other_funding), paid);
    const resting = (known?.salary_paid ? ZERO : pay.salary).plus(known?.benefits_paid ? ZERO : pay.benefits);
    estimated = estimated.plus(resting);
    const award = counted(rows, period, readings["award-headcount"]) ? perOfficer : ZERO;
    const equipment = equipmentOf(id, rows, agency, period);
    const total = paid.minus(other).plus(award).plus(equipment);
    sum = sum.plus(total);
    const { days, salary, benefits, room, overtime, overCap } = pay;
    const money = {
      salary,
      benefits,
      estimated: resting,
      overtime_cap_room: room,
      overtime,
      overtime_over_cap: overCap,
    };
    return [id, { eligible_days: String(days), ...text({ ...money, other_funding: other, award, equipment, total }) }];
  });
  const vehicles = vehiclesOf(agency, period);
  return { officers: Object.fromEntries(officers), ...text({ vehicles, estimated, total: sum.plus(vehicles) }) };
}

const text = <K extends string>(amounts: Record<K, D>): Record<K, string> =>
  Object.fromEntries(Object.entries<D>(amounts).map(([key, value]) => [key, value.toFixed(2)])) as Record<K, string>;

function payOf(id: string, rows: readonly Row[], agency: Known, period: Period, readings: Readings): Pay {
  const all = rows.map((row) => ({ row, days: daysOf(row, period.days) })).filter(({ days }) => days.length > 0);
  const days = all.reduce((sum, one) => sum + one.days.length, 0);
  const taskForceOnly = readings["salary-models"] === "task-force";
  const claimed = taskForceOnly ? all.filter(({ row }) => row.model === "TFM") : all;
  const paid = payroll(agency, id, period.id);
  const annualShare = (column: "annual_salary" | "annual_benefits", known: string | undefined): D => {
    let weighted = ZERO;
    for (const { row, days } of claimed) {
      const units = readings["partial-quarter"] === "weekdays" ? days.filter(isWeekday).length : days.length;
      weighted = weighted.plus(new D(row[column] ?? 0).times(row.time_share ?? 1).times(units));
    }
    const parts = {
      "calendar-days": period.days.length,
      weekdays: period.days.filter(isWeekday).length,
      "whole-quarter": Math.max(days, 1),
    }[readings["partial-quarter"]];
    const byDays = readings["quarter-share"] === "days";
    const exact = weighted
      .times(byDays ? period.days.length : 1)
      .div(new D(byDays ? period.yearDays.length : 4).times(parts));
    const rounded = toCents(exact, readings.rounding);
    return known ? D.min(rounded, known) : rounded;
  };
  const salary = annualShare("annual_salary", paid?.salary_paid);
  const benefits = annualShare("annual_benefits", paid?.benefits_paid);
  if (claimed.length === 0) return { salary, benefits, room: ZERO, overtime: ZERO, overCap: ZERO, days };
  const room = roomOf(id, rows, agency, period, readings, salary);
  const worked = (paid?.overtime_rows ?? [])
    .map(({ hours, rate }) => toCents(new D(hours).times(rate), readings.rounding))
    .reduce((sum, row) => sum.plus(row), amount(paid?.overtime_paid));
  const overtime = D.min(worked, room);
  return { salary, benefits, room, overtime, overCap: worked.minus(overtime), days };
}

function roomOf(id: string, rows: readonly Row[], agency: Known, period: Period, readings: Readings, salary: D): D {
  const earlier = earlierOf(id, rows, agency, period, readings);
  const claimed = earlier.reduce((sum, { overtime }) => sum.plus(overtime), ZERO);
  switch (readings["overtime-cap"]) {
    case "quarter":
      return aFourthDown(salary, 1);
    case "accrued": {
      const toDate = earlier.reduce((sum, line) => sum.plus(line.salary), salary);
      return D.max(0, aFourthDown(toDate, 1).minus(claimed));
    }
    case "annual": {
      const yearToDate = period.yearDays.filter((day) => day <= (period.days.at(-1) ?? 0));
      let weighted = ZERO;
      let days = 0;
      for (const row of rows) {
        if (readings["salary-models"] === "task-force" && row.model !== "TFM") continue;
        const own = daysOf(row, yearToDate).length;
        weighted = weighted.plus(new D(row.annual_salary ?? 0).times(own));
        days += own;
      }
      return D.max(0, aFourthDown(weighted, days).minus(claimed));
    }
  }
}

const toCents = (exact: D, reading: Readings["rounding"]): D =>
  exact.toDecimalPlaces(2, reading === "half-up" ? D.ROUND_HALF_UP : D.ROUND_HALF_EVEN);

const aFourthDown = (weighted: D, days: number): D =>
  weighted.times(25).div(new D(100).times(days)).toDecimalPlaces(2, D.ROUND_DOWN);

/** What earlier quarters of the fiscal year claimed: a prior claim's lines, or what payroll of that quarter gives. */
function earlierOf(
  id: string,
  rows: readonly Row[],
  agency: Known,
  period: Period,
  readings: Readings,
): { salary: D; overtime: D }[] {
  const [year = "", number = ""] = period.id.split("-Q");
  const lines: { salary: D; overtime: D }[] = [];
  for (let n = 1; n < Number(number); n += 1) {
    const quarter = `${year}-Q${n}`;
    const filed = agency.prior?.find((claim) => claim.quarter === quarter);
    if (filed) {
      const line = filed.officers?.[id];
      lines.push({ salary: amount(line?.salary), overtime: amount(line?.overtime) });
    } else if (agency.payroll?.some((row) => row.quarter === quarter))
      lines.push(payOf(id, rows, agency, periodOf(quarter), readings));
  }
  return lines;
}

function awardOf(row: RateRow | undefined, reading: Readings["rate-rounding"]): D {
  const rate = rateOf(row);
  if (!rate) return ZERO;
  const percent = reading === "exact" ? rate : (reading === "floor" ? rate : rate.plus("0.5")).floor();
  if (percent.gte(90) && percent.lte(100)) return new D(1000);
  if (percent.gte(80) && percent.lte(89)) return new D(750);
  if (percent.gte(70) && percent.lte(79)) return new D(500);
  return ZERO;
}

function rateOf(row: RateRow | undefined): D | undefined {
  if (row?.provided !== undefined && row.successful !== undefined)
    return row.provided === 0 ? undefined : new D(row.successful).times(100).div(row.provided);
  return row?.rate === undefined ? undefined : new D(row.rate);
}

function counted(rows: readonly Row[], period: Period, reading: Readings["award-headcount"]): boolean {
  const taskForceDays = new Set(rows.filter(({ model }) => model === "TFM").flatMap((row) => daysOf(row, period.days)));
  if (reading === "any-day") return taskForceDays.size > 0;
  if (reading === "last-day") return taskForceDays.has(period.days.at(-1) ?? 0);
  return period.days.every((day) => taskForceDays.has(day));
}

const wasTaskForce = (rows: readonly Row[], period: Period): boolean => {
  const sinceStart = daysFromTo(PROGRAMME_START, period.days.at(-1) ?? 0);
  return rows.some((row) => row.model === "TFM" && daysOf(row, sinceStart).length > 0);
};

function equipmentOf(id: string, rows: readonly Row[], agency: Known, period: Period): D {
  if (!wasTaskForce(rows, period)) return ZERO;
  const receipts = amount(rows.find(({ equipment_cost }) => equipment_cost !== undefined)?.equipment_cost);
  const claimed = (agency.prior ?? []).map((claim) => amount(claim.officers?.[id]?.equipment));
  return D.max(
    0,
    claimed.reduce((left, one) => left.minus(one), D.min(receipts, 7500)),
  );
}

function vehiclesOf(agency: Known, period: Period): D {
  if (!wasTaskForce(agency.roster, period)) return ZERO;
  const receipts = amount(agency.rates?.find(({ quarter }) => quarter === period.id)?.vehicle_cost);
  const taken = (agency.prior ?? []).map((claim) => amount(claim.vehicles));
  return D.min(
    receipts,
    D.max(
      0,
      taken.reduce((left, one) => left.minus(one), new D(100_000)),
    ),
  );
}

const payroll = (agency: Known, id: string, quarter: string): PayrollRow | undefined =>
  agency.payroll?.find((row) => (row.officer ?? "A1") === id && row.quarter === quarter);

const amount = (paid: string | undefined): D => new D(paid || 0);

function daysOf(row: Row, days: readonly number[]): number[] {
  if (row.eligible === "no" || row.trained_on === "") return [];
  const inForce = (day: number): boolean =>
    row.agreements === undefined ||
    row.agreements.some(
      ({ model = "TFM", signed_on, ended_on }) =>
        model === (row.model ?? "TFM") && day >= dayNumber(signed_on) && (!ended_on || day <= dayNumber(ended_on)),
    );
  const authorized = (day: number): boolean =>
    (!row.authorized_on || day >= dayNumber(row.authorized_on)) &&
    (!row.authorized_until || day <= dayNumber(row.authorized_until)) &&
    (!row.authorized_on || row.authorized_until !== undefined || day < twoYearsAfter(row.authorized_on));
  const from = [PROGRAMME_START, dayNumber(row.trained_on), row.start_date ? dayNumber(row.start_date) : -Infinity];
  const to = row.end_date ? dayNumber(row.end_date) : Infinity;
  return days.filter((day) => from.every((first) => day >= first) && day <= to && inForce(day) && authorized(day));
}

function twoYearsAfter(text: string): number {
  const [year = 0, month = 1, date = 1] = text.split("-").map(Number);
  return Date.UTC(year + 2, month - 1, date) / 86_400_000;
}

function periodOf(quarterId: string): Period {
  const year = Number(quarterId.slice(2, 6));
  const number = Number(quarterId.slice(8));
  const day = (month: number, date: number) => Date.UTC(year - 1, month, date) / 86_400_000;
  return {
    id: quarterId,
    days: daysFromTo(day(6 + number * 3, 1), day(9 + number * 3, 0)),
    yearDays: daysFromTo(day(9, 1), day(21, 0)),
  };
}

const daysFromTo = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

const isWeekday = (day: number): boolean => ![0, 6].includes(new Date(day * 86_400_000).getUTCDay());
