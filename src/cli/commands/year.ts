import { type OpenedClaim, readClaims } from "../../document/files.ts";
import { withPrior } from "../../document/prior.ts";
import type { ClaimFile } from "../../document/read.ts";
import { redacted } from "../../document/redact.ts";
import { fiscalQuarter, quarterOfId } from "../../engine/rules/fiscal-quarter.ts";
import type { FiscalYear, Quarter } from "../../engine/values/calendar.ts";
import { refuseRosterActuals } from "../../ingest/roster-actuals.ts";
import { headerMap } from "../../ingest/table/columns.ts";
import { samePolicyAs } from "../../policy/known.ts";
import { termsFor } from "../../policy/policy.ts";
import { printable } from "../../problems/printable.ts";
import { type Problem, Problems } from "../../problems/problems.ts";
import { few } from "../../problems/words.ts";
import { YEAR_FORMATS } from "../../report/year/formats.ts";
import { chainClaims } from "../../run/chain.ts";
import { documentOf } from "../../run/document.ts";
import { standing, takePrior } from "../../run/prior.ts";
import { quartersNamed, quartersOfYear, type YearDocument, yearDocument } from "../../whatif/year.ts";
import type { Given } from "../flags.ts";
import type { CommandRun } from "../running/command.ts";
import { EXIT, type ExitCode, UsageError } from "../running/exit.ts";
import { type Loaded, load } from "../running/load.ts";
import { targetsOf } from "../running/targets.ts";

/** `claims compute --year`: the quarters of a fiscal year one after the other, and their summary. */
export async function year(command: CommandRun, asked: FiscalYear): Promise<ExitCode> {
  const { given } = command;
  const problems = new SaidOnce(given.redact);
  command.problems = problems;
  refuseOthers(given);
  const targets = targetsOf(given, YEAR_FORMATS);
  const { quarters, loaded, filed } = await loadYear(command, asked);
  command.reads([...loaded.read, ...filed.map(({ from }) => from)]);
  command.files = [...loaded.files, ...filed.map(({ name }) => name)];
  const runs = chainClaims({ ...loaded, problems }, quarters).filter(({ inputs }) => inputs.agencies.length > 0);
  const code = problems.hasErrors ? EXIT.input : EXIT.done;
  if (filed.length === 0 && runs.every(({ claims }) => claims.length === 0)) return code;
  const { policy, readings, inputs, options } = loaded;
  const document = yearDocument({
    year: asked,
    documents: [
      ...filed.map(({ document }) => (options.redact ? redacted(document) : document)),
      ...runs.map((run) => documentOf(run)),
    ],
    agencies: new Set(inputs.agencies.map(({ id }) => id)),
    terms: quartersOfYear(asked).map((quarter) => termsFor(policy, quarter, readings)),
  });
  sayQuarters(document, filed, problems);
  await command.show(targets, (format, view) => format.render(document, { ...view, by: given.by }));
  return code;
}

function sayQuarters({ left_out }: YearDocument, filed: readonly ClaimFile[], problems: Problems): void {
  if (filed.length > 0)
    problems.notice({
      code: "quarters-as-filed",
      message: `as filed: ${few(filed.map(({ name, document }) => `${printable(name)} for ${document.quarter.id}`))}`,
    });
  if (left_out.length > 0)
    problems.notice({
      code: "quarters-left-out",
      message: `left out ${left_out.join(", ")}: neither rates nor payroll name them`,
    });
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

/** What a year is computed from. */
interface LoadedYear {
  readonly quarters: readonly Quarter[];
  readonly loaded: Loaded;
  /** The claims of the year that were filed for agencies of the run. */
  readonly filed: readonly OpenedClaim[];
}

/** Reads the inputs of a year, with the quarters that they name, the claims filed for it and those from before it. */
async function loadYear({ paths, given, problems }: CommandRun, year: FiscalYear): Promise<LoadedYear> {
  const { prior: priorPaths, ...rest } = given;
  const before = fiscalQuarter(year.year, 1);
  const loaded = await load(paths, { ...rest, quarter: before }, problems);
  const { policy, inputs, options } = loaded;
  refuseRosterActuals(inputs.tables, headerMap(options.map), options.agency, problems);
  const claims = priorPaths ? await readClaims(priorPaths, problems) : [];
  const agencies = new Set(inputs.agencies.map(({ id }) => id));
  const samePolicy = samePolicyAs(policy);
  const prior = takePrior(claims, { before, year: year.id, samePolicy, agencies }, problems);
  const counted = new Set([...prior.values()].flatMap((own) => own.map(({ sha256 }) => sha256)));
  const filed = standing(claims).filter(({ sha256, document }) => {
    const quarter = quarterOfId(document.quarter.id);
    return counted.has(sha256) && quarter?.year.id === year.id;
  });
  const quarters = quartersNamed(inputs, year);
  if (quarters.length === 0 && filed.length === 0 && !problems.hasErrors)
    throw new UsageError(
      "no-quarter-named",
      `neither rates nor payroll name a quarter of ${year.id}`,
      "give --rates or --payroll with the quarters to compute",
    );
  return { quarters, loaded: { ...loaded, inputs: withPrior(inputs, prior) }, filed };
}
