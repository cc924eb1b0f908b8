import { dirname, join } from "node:path";
import { besideRoster, displayNames, PROFILE, readBytes } from "../../files/read.ts";
import type { Profile } from "../../ingest/profile.ts";
import { BESIDE } from "../../ingest/text/rows.ts";
import { printable } from "../../problems/printable.ts";
import { asMap, asReadings, asSet } from "../flag-values.ts";
import type { Given } from "../flags.ts";
import type { CommandRun } from "./command.ts";
import { Reported } from "./exit.ts";
import { singleRoster } from "./rosters.ts";

/** What a profile says of whom the claim is from and goes to. */
export type Parties = Pick<Profile, "agency" | "bill_to">;

/** A command's flags with what the profile says where no flag does. @throws UnreadableFile, Reported, UsageError */
export async function withProfile(command: CommandRun, rosters: readonly string[]): Promise<Given> {
  const { given } = command;
  const found = await openProfile(command, rosters);
  if (!found) return given;
  const { path, profile } = found;
  const at = (file: string): string => join(dirname(path), file);
  const file = (flag: string | false | undefined, name: string | undefined) => flag ?? (name && at(name));
  const pairs = (of: Readonly<Record<string, string | undefined>> = {}) =>
    Object.entries(of).map(([id, value]) => `${id}=${value}`);
  const { agency, bill_to, map, set, readings, prior = [] } = profile;
  return {
    ...given,
    ...defined({
      agency: given.agency ?? agency?.id,
      policy: file(given.policy, profile.policy) as string | undefined,
      ...Object.fromEntries(BESIDE.map((role) => [role, file(given[role], profile[role])])),
      prior: given.prior ?? (prior.length === 0 ? undefined : [prior].flat().map(at)),
    }),
    map: { ...asMap(pairs(map)), ...given.map },
    set: { ...asSet(pairs(set)), ...given.set },
    reading: { ...asReadings(pairs(readings)), ...given.reading },
    parties: { ...defined({ agency, bill_to }) },
  };
}

/** Whom the profile names, where nothing else of it counts. @throws UnreadableFile, Reported */
export async function partiesOf(command: CommandRun, rosters: readonly string[]): Promise<Parties> {
  const { agency, bill_to } = (await openProfile(command, rosters))?.profile ?? {};
  return defined({ agency, bill_to });
}

const defined = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

async function openProfile(
  command: CommandRun,
  rosters: readonly string[],
): Promise<{ path: string; profile: Profile } | undefined> {
  const { given, problems } = command;
  if (given.profile === false) return undefined;
  const single = given.profile === undefined ? singleRoster(rosters) : undefined;
  const path = given.profile ?? (single === undefined ? undefined : besideRoster(single, PROFILE));
  if (path === undefined) return undefined;
  const text = (await readBytes(path)).toString("utf8");
  if (given.profile === undefined) {
    // A claim may have been written under that name.
    if (/^\s*\{\s*"schema":\s*"claims(-amendment|-year)?\/1"/.test(text)) return undefined;
    problems.notice({
      code: "profile-found",
      message: `profile from ${printable(displayNames([path])[0] ?? path)} beside the roster (--no-profile for none)`,
    });
  }
  command.reads([path]);
  const { readProfile } = await import("../../ingest/profile.ts");
  const profile = readProfile(text);
  if (!("faults" in profile)) return { path, profile };
  for (const fault of profile.faults)
    problems.error({ code: "bad-profile", where: displayNames([path])[0] ?? path, ...fault });
  throw new Reported();
}
