import { fiscalQuarter } from "../../engine/rules/fiscal-quarter.ts";
import { POLICY_287G } from "../../policy/policy.ts";
import { FORECAST_FORMATS } from "../../report/forecast.ts";
import { forecast as forecastYear } from "../../whatif/forecast.ts";
import type { Action } from "../running/command.ts";
import { EXIT } from "../running/exit.ts";
import { load } from "../running/load.ts";
import { targetsOf } from "../running/targets.ts";

/** `claims forecast`: the fiscal year's expected reimbursement, quarter by quarter, at each award band. */
export const forecast: Action = async (command) => {
  const targets = targetsOf(command.given, FORECAST_FORMATS);
  const { paths, given, problems } = command;
  const asked = given.year ? { ...given, quarter: fiscalQuarter(given.year.year, 1) } : given;
  // What the roster has of one quarter is expected of each that payroll does not name.
  const loaded = await load(paths, asked, problems, POLICY_287G, undefined, { actualsApart: true });
  const { policy, readings, inputs, read, files } = loaded;
  command.files = files;
  command.reads(read);
  const year = given.year ?? inputs.quarter.year;
  const agencies = inputs.agencies.filter(({ id }) => problems.errorsOf(id) === 0);
  const leftOut = inputs.agencies.flatMap(({ id }) => (problems.errorsOf(id) > 0 ? [id] : []));
  const code = problems.hasErrors ? EXIT.input : EXIT.done;
  if (agencies.length === 0) return code;
  const document = forecastYear({ policy, year, readings, agencies, leftOut });
  await command.show(targets, (format, view) => format.render(document, view));
  return code;
};
