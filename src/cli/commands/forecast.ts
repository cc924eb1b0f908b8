import { fiscalQuarter } from "../../engine/rules/fiscal-quarter.ts";
import type { FiscalYear } from "../../engine/values/calendar.ts";
import { STDIN } from "../../files/read.ts";
import { Problems } from "../../problems/problems.ts";
import { FORECAST_FORMATS } from "../../report/forecast.ts";
import { forecast as forecastYear } from "../../whatif/forecast.ts";
import type { Action, CommandRun } from "../running/command.ts";
import { EXIT, UsageError } from "../running/exit.ts";
import { type Loaded, load } from "../running/load.ts";
import { targetsOf } from "../running/targets.ts";

/** `claims forecast`: the fiscal year's expected reimbursement, quarter by quarter, at each award band. */
export const forecast: Action = async (command) => {
  const { year } = command.given;
  if (year === undefined)
    throw new UsageError(
      "no-year",
      "a forecast is of a fiscal year, and none is given",
      "give one, such as --year FY2026",
    );
  const targets = targetsOf(command.given, FORECAST_FORMATS);
  const { policy, readings, inputs, files } = await loadApart(command, year);
  const { problems } = command;
  command.files = files;
  const agencies = inputs.agencies.filter(({ id }) => problems.errorsOf(id) === 0);
  const leftOut = inputs.agencies.flatMap(({ id }) => (problems.errorsOf(id) > 0 ? [id] : []));
  const code = problems.hasErrors ? EXIT.input : EXIT.done;
  if (agencies.length === 0) return code;
  const document = forecastYear({ policy, year, readings, agencies, leftOut });
  await command.show(targets, (format, view) => format.render(document, view));
  return code;
};

/**
 * Reads the inputs with the roster's own overtime and other funding in a quarter that payroll does not name, so that the two
 * are not taken for one another.
 */
async function loadApart(command: CommandRun, { year }: FiscalYear): Promise<Loaded> {
  const { paths, given } = command;
  const ofQuarter = (n: 1 | 2 | 3 | 4): Promise<Loaded> => {
    command.problems = new Problems(given.redact);
    return load(paths, { ...given, rates: false, quarter: fiscalQuarter(year, n) }, command.problems);
  };
  const loaded = await ofQuarter(1);
  const named = new Set(loaded.inputs.agencies.flatMap(({ payrollQuarters }) => [...payrollQuarters]));
  const free = ([1, 2, 3, 4] as const).find((n) => !named.has(fiscalQuarter(year, n).id)) ?? 1;
  return free > 1 && !paths.includes(STDIN) ? ofQuarter(free) : loaded;
}
