import { fiscalQuarter } from "../../engine/rules/fiscal-quarter.ts";
import type { FiscalYear, Quarter } from "../../engine/values/calendar.ts";
import { refuseRosterActuals } from "../../ingest/roster-actuals.ts";
import { headerMap } from "../../ingest/table/columns.ts";
import { type Problem, Problems } from "../../problems/problems.ts";
import { YEAR_FORMATS } from "../../report/year/formats.ts";
import { chainClaims } from "../../run/chain.ts";
import { quartersNamed, yearDocument } from "../../whatif/year.ts";
import type { Given } from "../flags.ts";
import type { CommandRun } from "../running/command.ts";
import { EXIT, type ExitCode, UsageError } from "../running/exit.ts";
import { type Loaded, load } from "../running/load.ts";
import { addPrior } from "../running/prior.ts";
import { targetsOf } from "../running/targets.ts";

/** `claims compute --year`: the quarters of a fiscal year one after the other, and their summary. */
export async function year(command: CommandRun, asked: FiscalYear): Promise<ExitCode> {
  const { given } = command;
  const problems = new SaidOnce(given.redact);
  command.problems = problems;
  refuseOthers(given);
  const targets = targetsOf(given, YEAR_FORMATS);
  const { quarters, loaded } = await loadYear(command, asked);
  command.files = loaded.files;
  const runs = chainClaims({ ...loaded, problems }, quarters);
  const code = problems.hasErrors ? EXIT.input : EXIT.done;
  if (runs.every(({ claims }) => claims.length === 0)) return code;
  const document = yearDocument(asked, runs);
  if (document.left_out.length > 0)
    problems.notice({
      code: "quarters-left-out",
      message: `left out ${document.left_out.join(", ")}: neither rates nor payroll name them`,
    });
  const { by = "agency" } = given;
  await command.show(targets, (format, view) => format.render(document, { ...view, by }));
  return code;
}

/** Problems of which those that several quarters show alike are said once. */
class SaidOnce extends Problems {
  private readonly said = new Set<string>();

  override add(problem: Problem): void {
    const { fromClaim, code, line, message } = problem;
    const key = JSON.stringify([code, line, message]);
    if (fromClaim && this.said.has(key)) return;
    if (fromClaim) this.said.add(key);
    super.add(problem);
  }
}

/** @throws UsageError where a flag of one quarter is given too */
function refuseOthers({ quarter, rejects, derivations, outDir }: Given): void {
  if (quarter !== undefined)
    throw new UsageError("year-and-quarter", "--year and --quarter are given together", "give one of them");
  if (rejects !== undefined || derivations || outDir !== undefined)
    throw new UsageError("not-with-year", "--rejects, --derivations and --out-dir are for one quarter, not for --year");
}

/** Reads the inputs of a year, with the quarters that they name and the claims from before the first of them. */
async function loadYear(
  { paths, given, problems }: CommandRun,
  year: FiscalYear,
): Promise<{ readonly quarters: readonly Quarter[]; readonly loaded: Loaded }> {
  const { prior, ...rest } = given;
  const loaded = await load(paths, { ...rest, quarter: fiscalQuarter(year.year, 1) }, problems);
  const { inputs, options } = loaded;
  refuseRosterActuals(inputs.tables, headerMap(options.map), options.agency, problems);
  const quarters = quartersNamed(inputs, year);
  const [first] = quarters;
  if (!first && problems.hasErrors) return { quarters, loaded };
  if (!first)
    throw new UsageError(
      "no-quarter-named",
      `neither rates nor payroll name a quarter of ${year.id}`,
      "give --rates or --payroll with the quarters to compute",
    );
  return { quarters, loaded: prior === undefined ? loaded : await addPrior(prior, loaded, first, problems) };
}
