import type { FiscalYear } from "../../engine/values/calendar.ts";
import { STDIN } from "../../files/read.ts";
import { parseFiscalYear } from "../../ingest/cells/quarter.ts";
import { quoted } from "../../problems/printable.ts";
import { Problems } from "../../problems/problems.ts";
import { Refusal } from "../../problems/refusal.ts";
import { FORECAST_FORMATS } from "../../report/forecast.ts";
import type { Format, View } from "../../report/format.ts";
import { type ForecastDocument, forecast as forecastYear } from "../../whatif/forecast.ts";
import type { Given } from "../flags.ts";
import { deliverFiles, deliverScreen } from "../running/deliver.ts";
import { EXIT, type ExitCode, gravest, UsageError } from "../running/exit.ts";
import { type Loaded, load } from "../running/load.ts";
import { sayOnStderr, stopped } from "../running/messages.ts";
import { lookAtScreen } from "../running/screen.ts";
import { targetsOf } from "../running/targets.ts";

/** `claims forecast`: the fiscal year's expected reimbursement, quarter by quarter, at each award band. */
export async function forecast(rosters: string[], given: Given): Promise<ExitCode> {
  let problems = new Problems(given.redact);
  const screen = await lookAtScreen(given);
  let files: readonly string[] = [];
  try {
    const year = askedYear(given.year);
    const targets = targetsOf(given, FORECAST_FORMATS);
    const { loaded, problems: found } = await loadApart(rosters, given, year, problems);
    problems = found;
    const { policy, readings, inputs } = loaded;
    files = loaded.files;
    const agencies = inputs.agencies.filter(({ id }) => found.errorsOf(id) === 0);
    const leftOut = inputs.agencies.flatMap(({ id }) => (found.errorsOf(id) > 0 ? [id] : []));
    const code = problems.hasErrors ? EXIT.input : EXIT.done;
    if (agencies.length === 0) {
      sayOnStderr(problems, files, given, screen);
      return code;
    }
    const document = forecastYear({ policy, year, readings, agencies, leftOut });
    const render = (format: Format<ForecastDocument>, view: View): string => format.render(document, view);
    const codes = await deliverFiles(targets, render, given, problems);
    sayOnStderr(problems, files, given, screen);
    deliverScreen(targets, render, screen);
    return gravest([code, ...codes]);
  } catch (error) {
    const code = stopped(error, problems);
    sayOnStderr(problems, files, given, screen);
    return code;
  }
}

/**
 * Reads the inputs with the roster's own overtime and other funding in a quarter that payroll does not name, so that the two
 * are not taken for one another. @param first what has been found so far
 */
async function loadApart(
  rosters: readonly string[],
  given: Given,
  year: FiscalYear,
  first: Problems,
): Promise<{ readonly loaded: Loaded; readonly problems: Problems }> {
  const ofQuarter = (n: number, problems: Problems): Promise<Loaded> =>
    load(rosters, { ...given, rates: false, quarter: `${year.id}-Q${n}` }, problems);
  const trial = new Problems(given.redact);
  const loaded = await ofQuarter(1, trial).catch((error: unknown) => {
    for (const problem of trial.all) first.add(problem);
    throw error;
  });
  const named = new Set(loaded.inputs.agencies.flatMap(({ payrollQuarters }) => [...payrollQuarters]));
  const free = [1, 2, 3, 4].find((n) => !named.has(`${year.id}-Q${n}`)) ?? 1;
  if (free > 1 && !rosters.includes(STDIN)) return { loaded: await ofQuarter(free, first), problems: first };
  return { loaded, problems: trial };
}

function askedYear(text: string | undefined): FiscalYear {
  if (text === undefined)
    throw new UsageError(
      "no-year",
      "a forecast is of a fiscal year, and none is given",
      "give one, such as --year FY2026",
    );
  const year = parseFiscalYear(text);
  if (year instanceof Refusal) throw new UsageError(year.code, `--year ${quoted(text)} ${year.says}`, year.remedy);
  return year;
}
