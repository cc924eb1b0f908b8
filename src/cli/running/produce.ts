import type { Detail } from "../../engine/agency.ts";
import { READINGS, type ReadingId } from "../../engine/values/ids.ts";
import { displayNames } from "../../files/read.ts";
import { defaultReading, POLICY_287G } from "../../policy/policy.ts";
import { SAID_BEFORE_FILING } from "../../report/claim/before-filing.ts";
import { type ClaimParts, claimParts } from "../../report/claim/parts.ts";
import { type Format, piecesOf, type View } from "../../report/format.ts";
import { claimsOf, type Run, runClaims } from "../../run/run.ts";
import type { Given } from "../flags.ts";
import type { CommandRun } from "./command.ts";
import { EXIT, type ExitCode, gravest, LARGEST_TEXT, OutputTooLarge } from "./exit.ts";
import { load } from "./load.ts";
import { writeRejects } from "./rejects.ts";
import { targetsOf } from "./targets.ts";

/** What a command on rosters makes of them. */
export interface Product {
  /** The default first. */
  readonly formats: readonly Format<ClaimParts>[];
  /** How much of the claims the outputs need. */
  readonly detail: (by: By, formats: readonly Format<ClaimParts>[]) => Detail;
  /** Refuses what only the claims can show to be wrong usage. @throws UsageError */
  readonly check?: (run: Run) => void;
}

/** Reads rosters, computes their claims and prints or writes them: the way of the commands on rosters. */
export async function produce(command: CommandRun, product: Product): Promise<ExitCode> {
  const { paths, given, problems } = command;
  const targets = targetsOf(given, product.formats);
  const by = byOf(given);
  const { policy, terms, options, inputs, read, files } = await load(paths, given, problems);
  command.reads(read);
  command.files = files;
  const formats = targets.map(({ format }) => format);
  if (formats.some(({ name }) => name === "json") && inputs.store.count * LEAST_JSON > LARGEST_TEXT)
    throw new OutputTooLarge("json");
  const keep = inputs.agencies.length <= MOST_KEPT || formats.some(({ pieces }) => !pieces);
  const run = runClaims(policy, terms, options, inputs, problems, product.detail(by, formats), keep);
  const codes: ExitCode[] = [problems.hasErrors ? EXIT.input : EXIT.done];
  const claims = renderable(run, given);
  if (hasSome(claimsOf(run))) {
    product.check?.(run);
    const { outTerminal, errTerminal } = command.screen;
    const printed = targets.some(({ path, format }) => path === null && format.name === "table");
    if (outTerminal && errTerminal && printed && by === "officer" && inputs.agencies.length === 1)
      command.saidBelow = SAID_BEFORE_FILING;
    await command.show(targets, (format, view) => piecesOf(format, claims, { ...view, ...viewOf(given) }));
  }
  if (given.rejects !== undefined) codes.push(await writeRejects(run, given.rejects, given.force ?? false));
  if (claims.changed.length > 0)
    problems.notice({ code: "not-the-default", message: `read with ${claims.changed.join(", ")}, not the default` });
  return gravest(codes);
}

/** Bytes that an officer takes of a claim document at least: of too many that is said before they are computed. */
const LEAST_JSON = 1150;

/** Agencies whose claims are kept; of more they are computed a second time when they are written. */
const MOST_KEPT = 20_000;

const hasSome = (things: Iterable<unknown>): boolean => {
  for (const _ of things) return true;
  return false;
};

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

/** What a line of a table is. */
export const byOf = ({ by = "officer" }: Given): By => by;

/** How the flags say that claims are looked at. */
export const viewOf = (given: Given): Pick<View, "by" | "notClaimed" | "officer"> => ({
  by: byOf(given),
  notClaimed: given.notClaimed,
  officer: given.officer,
});
