import { printable } from "../problems/printable.ts";
import type { Problems } from "../problems/problems.ts";
import { few } from "../problems/words.ts";
import type { Payroll } from "./payroll.ts";
import type { RatesRow } from "./rates.ts";

/** Whom rates and payroll name and no roster has. */
export class Strangers {
  readonly agencies = new Set<string>();
  readonly officers = new Set<string>();

  /** Warns of them, once all rosters of a run are read. */
  report({ rates, payroll }: { rates: readonly RatesRow[]; payroll: Payroll | undefined }, problems: Problems): void {
    const { agencies, officers } = this;
    const table = rates[0]?.table;
    if (agencies.size > 0 && table)
      problems.warning({
        code: "rates-of-unknown-agencies",
        where: table,
        message: `ignored the rates of ${countOf(agencies.size, "agency", "agencies")} not in the roster: ${named(agencies)}`,
      });
    if (officers.size > 0 && payroll)
      problems.warning({
        code: "payroll-of-unknown-officers",
        where: payroll.table,
        message: `ignored the payroll of ${countOf(officers.size, "officer", "officers")} not in the roster: ${named(officers)}`,
        remedy: "check the spelling of the ids, zeros in front included",
      });
  }
}

const named = (ids: ReadonlySet<string>): string => few([...ids].map(printable));
const countOf = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
