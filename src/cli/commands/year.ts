import type { FiscalYear, Quarter } from "../../engine/values/calendar.ts";
import { parseFiscalYear } from "../../ingest/cells/quarter.ts";
import { refuseRosterActuals } from "../../ingest/roster-actuals.ts";
import { headerMap } from "../../ingest/table/columns.ts";
import { quoted } from "../../problems/printable.ts";
import { type Problem, Problems } from "../../problems/problems.ts";
import { Refusal } from "../../problems/refusal.ts";
import type { Format, View } from "../../report/format.ts";
import { YEAR_FORMATS } from "../../report/year/formats.ts";
import { chainClaims } from "../../run/chain.ts";
import { quartersNamed, type YearDocument, yearDocument } from "../../whatif/year.ts";
import type { Given } from "../flags.ts";
import { deliverFiles, deliverScreen } from "../running/deliver.ts";
import { EXIT, type ExitCode, gravest, UsageError } from "../running/exit.ts";
import { type Loaded, load } from "../running/load.ts";
import { sayOnStderr, stopped } from "../running/messages.ts";
import { addPrior } from "../running/prior.ts";
import { byOf } from "../running/produce.ts";
import { lookAtScreen } from "../running/screen.ts";
import { targetsOf } from "../running/targets.ts";

/** `claims compute --year`: the quarters of a fiscal year one after the other, and their summary. */
export async function year(rosters: string[], given: Given, text: string): Promise<ExitCode> {
  const problems = new SaidOnce(given.redact);
  const screen = await lookAtScreen(given);
  let files: readonly string[] = [];
  try {
    const asked = askedYear(text, given);
    const targets = targetsOf(given, YEAR_FORMATS);
    const by = given.by === "officer" ? "officer" : "agency";
    const { quarters, loaded } = await loadYear(rosters, given, asked, problems);
    files = loaded.files;
    const runs = chainClaims({ ...loaded, problems }, quarters);
    const code = problems.hasErrors ? EXIT.input : EXIT.done;
    if (runs.every(({ claims }) => claims.length === 0)) {
      sayOnStderr(problems, files, given, screen);
      return code;
    }
    const document = yearDocument(asked, runs);
    if (document.left_out.length > 0)
      problems.notice({
        code: "quarters-left-out",
        message: `left out ${document.left_out.join(", ")}: neither rates nor payroll name them`,
      });
    const render = (format: Format<YearDocument>, view: View): string => format.render(document, { ...view, by });
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

function askedYear(text: string, { quarter, by, rejects, derivations, outDir }: Given): FiscalYear {
  if (quarter !== undefined)
    throw new UsageError("year-and-quarter", "--year and --quarter are given together", "give one of them");
  if (rejects !== undefined || derivations || outDir !== undefined)
    throw new UsageError("not-with-year", "--rejects, --derivations and --out-dir are for one quarter, not for --year");
  if (by !== undefined) byOf({ by });
  const year = parseFiscalYear(text);
  if (year instanceof Refusal) throw new UsageError(year.code, `--year ${quoted(text)} ${year.says}`, year.remedy);
  return year;
}

/** Reads the inputs of a year, with the quarters that they name and the claims from before the first of them. */
async function loadYear(
  rosters: string[],
  given: Given,
  year: FiscalYear,
  problems: Problems,
): Promise<{ readonly quarters: readonly Quarter[]; readonly loaded: Loaded }> {
  const { prior, ...rest } = given;
  const loaded = await load(rosters, { ...rest, quarter: `${year.id}-Q1` }, problems);
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
