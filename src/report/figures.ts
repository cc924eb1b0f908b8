import { grouped } from "./text/amounts.ts";
import { type LayoutColumn, right } from "./text/layout.ts";

/** The amounts of an officer's line, in the order of documents. */
export const OFFICER_FIGURES = [
  "salary",
  "benefits",
  "overtime_paid",
  "overtime_cap_room",
  "overtime",
  "overtime_over_cap",
  "other_funding",
  "award",
  "equipment",
  "total",
] as const;

/** How many officers totals are of. */
export const TOTAL_COUNTS = ["officers", "claimed_officers", "award_officers"] as const;

/** The amounts of totals, in the order of documents. */
export const TOTAL_FIGURES = [
  "salary",
  "benefits",
  "estimated",
  "overtime",
  "overtime_over_cap",
  "other_funding",
  "award",
  "equipment",
  "vehicles",
  "total",
] as const;

/** What people call a figure. */
interface FigureTitle {
  /** Over a column. */
  readonly short: string;
  /** Where there is room; without it the short one. */
  readonly long?: string;
  /** What becomes of an amount that is not claimed. */
  readonly becomes?: string;
}

/** Every figure of a claim as people read it. */
const TITLES = {
  officers: { short: "Officers" },
  claimed_officers: { short: "Claimed" },
  award_officers: { short: "Awarded" },
  eligible_days: { short: "Days", long: "Eligible days" },
  salary: { short: "Salary" },
  benefits: { short: "Benefits" },
  estimated: { short: "Estimated", long: "Resting on estimates" },
  overtime_paid: { short: "Overtime paid" },
  overtime_cap_room: { short: "Room", long: "Room under the overtime cap" },
  overtime: { short: "Overtime" },
  overtime_over_cap: { short: "Over cap", long: "Overtime over the cap", becomes: "not claimed" },
  other_funding: { short: "Other funds", long: "Other funding", becomes: "taken off" },
  award: { short: "Award" },
  equipment: { short: "Equipment" },
  vehicles: { short: "Vehicles" },
  total: { short: "Total" },
} as const satisfies Record<string, FigureTitle>;
type FigureId = keyof typeof TITLES;

const titleOf = (figure: FigureId): FigureTitle => TITLES[figure];

/** `Other funding`: a figure where there is room for its name. */
export const figureName = (figure: FigureId): string => titleOf(figure).long ?? titleOf(figure).short;

/** `Other funding, taken off`: a figure where it is explained. @param figure of a document, which may be of a later version */
export function figureExplained(figure: string): string {
  if (!Object.hasOwn(TITLES, figure)) return figure;
  const { becomes } = titleOf(figure as FigureId);
  return `${figureName(figure as FigureId)}${becomes ? `, ${becomes}` : ""}`;
}

/** A column of figures on a page. */
interface FigureColumn<F extends FigureId = FigureId> {
  readonly figure: F;
  /** Whether it is left out where all of it is zero. */
  readonly rare?: true;
  /** Where the page is too narrow, columns go in this order, the lowest first; without it a column stays. */
  readonly goes?: number;
}

/** The officers of a claim. Amounts that the total is the sum of stay, however narrow the page. */
export const OFFICER_COLUMNS = [
  { figure: "salary" },
  { figure: "benefits" },
  { figure: "overtime" },
  { figure: "overtime_over_cap", rare: true, goes: 2 },
  { figure: "other_funding", rare: true },
  { figure: "equipment", rare: true },
  { figure: "award" },
  { figure: "total" },
] as const satisfies FigureColumn[];

/** The agencies of a claim. */
export const AGENCY_COLUMNS = [
  { figure: "officers", goes: 1 },
  { figure: "salary" },
  { figure: "benefits" },
  { figure: "overtime" },
  { figure: "award" },
  { figure: "total" },
] as const satisfies FigureColumn[];

/** The quarters of a year. */
export const YEAR_COLUMNS = [
  { figure: "claimed_officers", goes: 0 },
  { figure: "award_officers", goes: 1 },
  { figure: "salary" },
  { figure: "benefits" },
  { figure: "overtime" },
  { figure: "overtime_over_cap", goes: 2 },
  { figure: "other_funding", rare: true, goes: 5 },
  { figure: "award" },
  { figure: "equipment", rare: true, goes: 3 },
  { figure: "vehicles", rare: true, goes: 4 },
  { figure: "total" },
] as const satisfies FigureColumn[];

/** The quarters of a forecast. */
export const FORECAST_COLUMNS = [
  { figure: "salary" },
  { figure: "benefits" },
  { figure: "overtime" },
  { figure: "other_funding", rare: true },
  { figure: "award" },
  { figure: "total" },
] as const satisfies FigureColumn[];

/** The sums of a claim, where each stands by itself. */
export const SUMS = [
  "salary",
  "benefits",
  "overtime",
  "other_funding",
  "award",
  "equipment",
  "vehicles",
  "total",
] as const satisfies FigureId[];

/** The columns of a page without those that are rare, and zero here. */
export const columnsShown = <F extends FigureId>(
  columns: readonly FigureColumn<F>[],
  isZero: (figure: F) => boolean,
): readonly FigureColumn<F>[] => columns.filter(({ figure, rare }) => !rare || !isZero(figure));

/** Columns of figures as a text table takes them. */
export const figureLayout = (columns: readonly FigureColumn[], titles: "short" | "long" = "short"): LayoutColumn[] =>
  columns.map(({ figure, goes }) => right(titles === "long" ? figureName(figure) : TITLES[figure].short, { goes }));

/** A figure in its column: an amount with thousands separators, a count as it is. */
export const figureCell = (value: string | number): string =>
  typeof value === "number" ? String(value) : grouped(value);
