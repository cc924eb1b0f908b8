import type { Problems } from "../problems/problems.ts";
import type { Beside } from "./inputs.ts";
import { agencyNamed } from "./join.ts";
import type { PayrollActuals } from "./payroll.ts";
import type { RatesRow } from "./rates.ts";
import type { Strangers } from "./strangers.ts";

/** Rates and payroll of a run whose rosters are read one by one, each with the rows of its agencies. */
export class BesideByAgency {
  private readonly beside: Beside;
  private readonly rates = new Map<string, RatesRow[]>();
  private readonly actuals = new Map<string, PayrollActuals[]>();

  /**
   * Sorts the rows; those that name no agency are the single one's, or reported.
   * @param only the agency of --agency: rows of others are then passed over in silence
   */
  constructor(
    beside: Beside,
    agencies: ReadonlySet<string>,
    only: string | null,
    problems: Problems,
    strangers: Strangers,
  ) {
    this.beside = beside;
    const single = agencies.size === 1 ? [...agencies][0] : undefined;
    for (const row of beside.rates) {
      const id = agencyNamed(row, row.placement.line, row.table, single, problems);
      if (id === undefined) continue;
      if (agencies.has(id)) append(this.rates, id, row);
      else if (only === null) strangers.agencies.add(id);
    }
    if (!beside.payroll) return;
    for (const paid of beside.payroll.actuals) {
      const id = agencyNamed(paid, paid.payrollLines[0] ?? 0, beside.payroll.table, single, problems);
      if (id === undefined) continue;
      if (agencies.has(id)) append(this.actuals, id, paid);
      else if (only === null) strangers.officers.add(paid.officer);
    }
  }

  /** What stands beside the rosters of some agencies. */
  of(ids: readonly string[]): Beside {
    const { payroll } = this.beside;
    return {
      ...this.beside,
      rates: ids.flatMap((id) => this.rates.get(id) ?? []),
      payroll: payroll && { ...payroll, actuals: ids.flatMap((id) => this.actuals.get(id) ?? []) },
    };
  }
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
