import { exactly, type InputRef, type Step } from "../derivation.ts";
import { eligibleRows } from "../rules/eligible.ts";
import { dollarsText, type Fraction, fraction, NONE, ofMoney, payDollars } from "../values/fraction.ts";
import { type Money, moneyText, payText, plus, times, type Whole, ZERO } from "../values/money.ts";
import type { Officer, Span } from "../values/records.ts";
import type { Terms } from "../values/terms.ts";
import { salaried } from "./salary-models.ts";

/** What the cap is a share of: dollars, and the cells of annual pay where they alone are it. */
export interface CapBase {
  readonly dollars: Fraction;
  readonly inputs?: readonly InputRef[];
}

/**
 * Reading overtime-cap: what 25 % is taken of. `annual`: the annual salary, drawn down over the fiscal year; `accrued`: the
 * salary claimed this year to date; `quarter`: the salary claimed this quarter.
 * @param salary the quarter's salary line, in cents @param earlier the lines of the year's earlier quarters
 */
export function capBase(
  officer: Officer,
  salary: Money,
  earlier: readonly { readonly salary: Money }[],
  terms: Terms,
  steps?: Step[],
): CapBase {
  switch (terms.readings["overtime-cap"]) {
    case "annual":
      return annualSalary(officer, terms, steps);
    case "accrued":
      return salaryToDate([...earlier.map((line) => line.salary), salary], steps);
    case "quarter":
      return { dollars: ofMoney(salary) };
  }
}

/** The annual salary: where pay changed, its mean over the eligible days of the year so far, by days. */
function annualSalary(officer: Officer, terms: Terms, steps?: Step[]): CapBase {
  const { quarter } = terms;
  const { spans } = officer;
  // The room is asked for where a row has a claimed day: one row alone is that row.
  if (spans.length === 1 && spans[0]) return salaryOf(spans[0], steps);
  const rows = salaried(eligibleRows(officer, quarter.year.start, quarter.end, terms), terms);
  if (rows.length === 1 && rows[0]) return salaryOf(rows[0].span, steps);
  let weighted: Whole = 0;
  let days = 0;
  for (const row of rows) {
    weighted = plus(weighted, times(row.span.salary, row.days));
    days += row.days;
  }
  if (days === 0) return { dollars: NONE };
  const dollars = payDollars(fraction(weighted, days));
  steps?.push(
    exactly(dollarsText(dollars), {
      rule: "overtime-cap",
      inputs: rows.map(({ span }) => salaryCell(span)),
      formula: `(${rows.map(({ span, days }) => `${payText(span.salary)} × ${days}`).join(" + ")}) ÷ ${days}`,
    }),
  );
  return { dollars };
}

const salaryOf = (span: Span, steps?: Step[]): CapBase => {
  const dollars = payDollars(fraction(span.salary, 1));
  return steps ? { dollars, inputs: [salaryCell(span)] } : { dollars };
};

const salaryCell = ({ line }: Span): InputRef => ({ of: "roster", field: "salary", lines: [line] });

function salaryToDate(lines: readonly Money[], steps?: Step[]): CapBase {
  const sum = lines.reduce(plus, ZERO);
  if (steps && lines.length > 1)
    steps.push(
      exactly(moneyText(sum), {
        rule: "overtime-cap",
        reading: "overtime-cap",
        formula: lines.map(moneyText).join(" + "),
      }),
    );
  return { dollars: ofMoney(sum) };
}
