import { type Figure, type TOTAL_COUNTS, TOTAL_FIGURES } from "../document/figures.ts";
import { grouped } from "./text/amounts.ts";
import { type LayoutColumn, right } from "./text/layout.ts";

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
} as const satisfies Record<Figure | (typeof TOTAL_COUNTS)[number] | "eligible_days", FigureTitle>;
type FigureId = keyof typeof TITLES;

const titleOf = (figure: FigureId): FigureTitle => TITLES[figure];

/** `Other funding`: a figure where there is room for its name. */
export const figureName = (figure: FigureId): string => titleOf(figure).long ?? titleOf(figure).short;

/** `Other funds`: a figure over a narrow column. */
export const figureTitle = (figure: FigureId): string => titleOf(figure).short;

/** `Other funding, taken off`: a figure where it is explained. @param figure of a document, which may be of a later version */
export function figureExplained(figure: string): string {
  if (!Object.hasOwn(TITLES, figure)) return figure;
  const { becomes } = titleOf(figure as FigureId);
  return `${figureName(figure as FigureId)}${becomes ? `, ${becomes}` : ""}`;
}

/** The figures that a page has columns of, in their order. */
interface FigureColumns<F extends FigureId = FigureId> {
  readonly figures: readonly F[];
  /** Those that are left out where all of it is zero. */
  readonly rare?: readonly F[];
  /** Where the page is too narrow, columns go in this order, the lowest first; the others stay. */
  readonly goes?: { readonly [Name in F]?: number };
}

const columns = <F extends FigureId>(of: FigureColumns<F>): FigureColumns<F> => of;

/** The officers of a claim. Amounts that the total is the sum of stay, however narrow the page. */
export const OFFICER_COLUMNS = columns({
  figures: ["salary", "benefits", "overtime", "overtime_over_cap", "other_funding", "equipment", "award", "total"],
  rare: ["overtime_over_cap", "other_funding", "equipment"],
  goes: { overtime_over_cap: 2 },
});

/** The agencies of a claim. */
export const AGENCY_COLUMNS = columns({
  figures: ["officers", "salary", "benefits", "overtime", "award", "total"],
  goes: { officers: 1 },
});

/** The quarters of a year. */
export const YEAR_COLUMNS = columns({
  figures: ["claimed_officers", "award_officers", ...TOTAL_FIGURES.filter((figure) => figure !== "estimated")],
  rare: ["other_funding", "equipment", "vehicles"],
  goes: { claimed_officers: 0, award_officers: 1, overtime_over_cap: 2, equipment: 3, vehicles: 4, other_funding: 5 },
});

/** The quarters of a forecast. */
export const FORECAST_COLUMNS = columns({
  figures: ["salary", "benefits", "overtime", "other_funding", "award", "total"],
  rare: ["other_funding"],
});

/** The sums of a claim, where each stands by itself. */
export const SUMS = TOTAL_FIGURES.filter((figure) => figure !== "estimated" && figure !== "overtime_over_cap");

/** The figures of a page without those that are rare, and zero here. */
export const figuresShown = <F extends FigureId>(
  { figures, rare = [] }: FigureColumns<F>,
  isZero: (figure: F) => boolean,
): F[] => figures.filter((figure) => !rare.includes(figure) || !isZero(figure));

/** The columns of the figures that a page shows, as a text table takes them. */
export const figureLayout = <F extends FigureId>(
  { goes = {} }: FigureColumns<F>,
  shown: readonly F[],
  titles: "short" | "long" = "short",
): LayoutColumn[] =>
  shown.map((figure) => {
    const narrow: { readonly [Name in F]?: number } = goes;
    return right(titles === "long" ? figureName(figure) : TITLES[figure].short, { goes: narrow[figure] });
  });

/** A figure in its column: an amount with thousands separators, a count as it is. */
export const figureCell = (value: string | number): string =>
  typeof value === "number" ? String(value) : grouped(value);
