import type { Detail } from "../../engine/agency.ts";
import { READINGS, type ReadingId } from "../../engine/values/ids.ts";
import { displayNames } from "../../files/read.ts";
import { defaultReading, POLICY_287G } from "../../policy/policy.ts";
import { didYouMean } from "../../problems/nearest.ts";
import { quoted } from "../../problems/printable.ts";
import { Problems } from "../../problems/problems.ts";
import { type ClaimParts, claimParts } from "../../report/claim/parts.ts";
import type { Format, View } from "../../report/format.ts";
import { type Run, runClaims } from "../../run/run.ts";
import type { Given } from "../flags.ts";
import { deliverFiles, deliverScreen } from "./deliver.ts";
import { EXIT, type ExitCode, gravest, UsageError } from "./exit.ts";
import { load } from "./load.ts";
import { sayOnStderr, stopped } from "./messages.ts";
import { writeRejects } from "./rejects.ts";
import { lookAtScreen, type Screen } from "./screen.ts";
import { type Target, targetsOf } from "./targets.ts";

/** What a command on rosters makes of them. */
export interface Product {
  /** The default first. */
  readonly formats: readonly Format<ClaimParts>[];
  /** How much of the claims the outputs need. */
  readonly detail: (by: By, formats: readonly Format<ClaimParts>[]) => Detail;
  /** Refuses what only the claims can show to be wrong usage. @throws UsageError */
  readonly check?: (run: Run) => void;
}

type Render = (format: Format<ClaimParts>, view: View) => string;

/**
 * Reads rosters, computes their claims and prints or writes them: the way of every command on rosters.
 * @param say says what there is to say of it
 */
export async function produce(
  rosters: readonly string[],
  given: Given,
  product: Product,
  say = sayOnStderr,
): Promise<ExitCode> {
  const problems = new Problems(given.redact, given.rejects !== undefined);
  const screen = await lookAtScreen(given);
  let files: readonly string[] = [];
  try {
    const targets = targetsOf(given, product.formats);
    const by = byOf(given);
    const { policy, terms, options, inputs, files: read } = await load(rosters, given, problems);
    files = read;
    const formats = targets.map(({ format }) => format);
    const run = runClaims(policy, terms, options, inputs, problems, product.detail(by, formats));
    const code = problems.hasErrors ? EXIT.input : EXIT.done;
    if (run.claims.length > 0) product.check?.(run);
    const claims = renderable(run, given);
    const render: Render = (format, view) => format.render(claims, { ...view, by, officer: given.officer });
    const codes = run.claims.length > 0 ? await deliverFiles(targets, render, given, problems) : [];
    if (given.rejects !== undefined) codes.push(await writeRejects(run, given.rejects, given.force ?? false));
    if (claims.changed.length > 0)
      problems.notice({ code: "not-the-default", message: `read with ${claims.changed.join(", ")}, not the default` });
    say(problems, files, given, screen);
    if (run.claims.length === 0) return gravest([code, ...codes]);
    return gravest([code, ...codes, show(targets, render, given, screen)]);
  } catch (error) {
    const code = stopped(error, problems);
    say(problems, files, given, screen);
    return code;
  }
}

/** Prints what goes to standard output; what fails then is said by itself, as all else was said before. */
function show(targets: readonly Target<Format<ClaimParts>>[], render: Render, given: Given, screen: Screen): ExitCode {
  try {
    deliverScreen(targets, render, screen);
    return EXIT.done;
  } catch (error) {
    const problems = new Problems();
    const code = stopped(error, problems);
    sayOnStderr(problems, [], given, screen);
    return code;
  }
}

/** The claims of a run as formats take them. */
export const renderable = (run: Run, given: Given): ClaimParts => claimParts(run, changedFromDefault(run, given));

/** What a person chose that is not the default: readings with another value, and another policy. */
export function changedFromDefault({ policy, terms }: Pick<Run, "policy" | "terms">, given: Given): string[] {
  const ids = Object.keys(READINGS) as ReadingId[];
  const usual = (id: ReadingId): string => defaultReading(policy, id, terms.quarter.end, "the program").value;
  const readings = ids.filter((id) => terms.readings[id] !== usual(id)).map((id) => `${id}=${terms.readings[id]}`);
  return policy === POLICY_287G
    ? readings
    : [`policy ${policy.id} from ${displayNames([given.policy ?? ""])[0]}`, ...readings];
}

type By = NonNullable<View["by"]>;

/** What a line of a table is. @throws UsageError */
export function byOf({ by = "officer" }: Given): By {
  if (by === "officer" || by === "agency") return by;
  throw new UsageError(
    "unknown-by",
    `--by cannot be ${quoted(by)}${didYouMean(by, ["officer", "agency"])}`,
    "one of officer, agency",
  );
}
