import { basename, dirname } from "node:path";
import { claimSources, type Opened, openedClaims, PassedOver, reportFaults } from "../../document/files.ts";
import type { ClaimDocument } from "../../document/schema.ts";
import { dayText } from "../../engine/values/calendar.ts";
import { dollarText, type Money, plus, ZERO } from "../../engine/values/money.ts";
import { besideRoster, displayNames, isFolderAt, readBytes, UnreadableFile } from "../../files/read.ts";
import { type Payment, readPayments } from "../../ingest/payments.ts";
import { openTable } from "../../ingest/table/header.ts";
import { sheetOf } from "../../ingest/workbooks.ts";
import { printable } from "../../problems/printable.ts";
import { Problems } from "../../problems/problems.ts";
import { counted } from "../../problems/words.ts";
import { STATUS_FORMATS } from "../../report/status.ts";
import { type Filed, filedOf } from "../../status/filed.ts";
import { contradicted } from "../../status/payments.ts";
import { standingOf, status as statusOf } from "../../status/status.ts";
import { strangers } from "../../status/strangers.ts";
import type { Given } from "../flags.ts";
import type { Action, CommandRun } from "../running/command.ts";
import { EXIT, type ExitCode, gravest } from "../running/exit.ts";
import { stopped } from "../running/messages.ts";
import { targetsOf } from "../running/targets.ts";

/** `claims status`: where filed claims stand: claimed, determined, paid, open, and what would explain a short payment. */
export const status: Action = async (command) => {
  const { paths, given, problems } = command;
  const targets = targetsOf(given, STATUS_FORMATS);
  const { filed, read, refused, code } = await filedClaims(paths, problems);
  const path = paymentsPath(paths, given, problems);
  const payments = path === undefined ? [] : await paymentsOf(path, command);
  // Without one of its payments no balance is right.
  if (payments === undefined) return EXIT.input;
  command.reads([...read, ...(path === undefined ? [] : [path])]);
  const standing = standingOf(filed);
  for (const [one, other] of standing.doubtful)
    problems.error({
      code: "two-claims",
      where: other.name,
      agency: other.agency,
      message: `${printable(other.agency)} has two claims for ${other.quarter}: ${printable(one.name)} and this one; neither is shown`,
      remedy: "give the one that was filed; an amendment made with `claims amend` stands for the claim that it amends",
    });
  const leftOut = [...refused, ...standing.doubtful.flat().map(({ name }) => name)];
  const document = await statusOf(standing, upTo(payments, given, problems), given.on ?? null, leftOut);
  const paymentsFile = displayNames(path === undefined ? [] : [path])[0] ?? null;
  for (const { payment, why } of contradicted(standing.standing, payments))
    problems.warning({
      code: "payment-contradicts-itself",
      where: paymentsFile,
      line: payment.line,
      message: `${printable(why)}: all of it counts for ${payment.quarter}`,
      remedy: "leave the quarter blank where it was one payment of several requests, else correct one of the two",
    });
  for (const { line, agency, officer, invoice } of await strangers(document, filed))
    problems.warning({
      code: "payment-of-unknown-officer",
      where: paymentsFile,
      line,
      agency,
      message: `officer ${printable(officer)} is not in ${printable(invoice)}`,
      remedy: "the payment counts for the claim all the same; correct the id, or the quarter or the reference",
    });
  if (document.unmatched.length > 0)
    problems.warning({
      code: "payments-unmatched",
      message: `${counted(document.unmatched.length, "payment is", "payments are")} of no claim here: ${document.unmatched[0]?.why}`,
      remedy: "give all claims that were filed, or correct the quarter or the reference",
    });
  if (filed.length > 0 || !problems.hasErrors)
    await command.show(targets, (format, view) => format.render(document, view));
  return gravest([code, problems.hasErrors ? EXIT.input : EXIT.done]);
};

/** The claims that were read, and the names of those that were refused. */
interface ReadClaims {
  readonly filed: readonly Filed[];
  readonly refused: readonly string[];
  readonly read: readonly string[];
  /** How grave what was refused is. */
  readonly code: ExitCode;
}

/** Reads claims one after the other; of each only what is needed is kept. A file that cannot be read stops only itself. */
async function filedClaims(paths: readonly string[], problems: Problems): Promise<ReadClaims> {
  const filed: Filed[] = [];
  const left: string[] = [];
  const sources = claimSources(paths);
  const passed = new PassedOver();
  let code: ExitCode = EXIT.done;
  for (const source of sources)
    try {
      let index = 0;
      for await (const opened of openedClaims(source)) {
        const at = index++;
        if (opened.refused && passed.takes(opened.refused, source)) continue;
        const found = filedIn(opened, () => documentAt(source, at), problems);
        if (found) filed.push(...found);
        else left.push(opened.name);
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      left.push(source.name);
      code = stopped(error, problems);
    }
  passed.say(problems);
  return { filed, refused: left, read: sources.map(({ path }) => path), code };
}

/** The claims of a file, an agency each; undefined where it is refused, and why has been reported. */
function filedIn(
  { name, claim, refused }: Opened,
  again: () => Promise<ClaimDocument>,
  problems: Problems,
): readonly Filed[] | undefined {
  if (!claim) {
    reportFaults(refused, name, problems);
    return undefined;
  }
  const found = filedOf(claim, again);
  if (typeof found !== "string") return found;
  problems.error({
    code: "prior-does-not-add-up",
    where: name,
    message: `the claim does not add up: ${found}`,
    remedy: "give the claim as it was filed; `claims verify` shows where it does not agree",
  });
  return undefined;
}

/** The claim of a file, by its number. */
async function documentAt(source: ReturnType<typeof claimSources>[number], at: number): Promise<ClaimDocument> {
  let index = 0;
  for await (const { claim } of openedClaims(source)) if (index++ === at && claim) return claim.document;
  throw new RangeError(`${source.name} has no claim ${at}`);
}

/** The payments that were named, else those that lie with a single folder or beside a single file. */
function paymentsPath(paths: readonly string[], { payments }: Given, problems: Problems): string | undefined {
  if (payments === false) return undefined;
  if (payments !== undefined) return payments;
  const [only] = paths;
  if (only === undefined || paths.length > 1) return undefined;
  const places = isFolderAt(only) ? [`${only}/.`, only] : [only];
  for (const place of places)
    for (const name of ["payments.csv", "payments.xlsx"]) {
      const found = besideRoster(place, name);
      if (found === undefined) continue;
      problems.notice({
        code: "payments-found",
        message: `payments from ${basename(found).toLowerCase()} ${place === only ? "beside" : "in"} ${printable(displayNames([isFolderAt(only) ? only : dirname(only)])[0] ?? only)} (--no-payments for none)`,
      });
      return found;
    }
  return undefined;
}

/** The payments of a file; undefined where some of them cannot be read. @throws UnreadableFile */
async function paymentsOf(path: string, command: CommandRun): Promise<Payment[] | undefined> {
  const { problems, given } = command;
  const name = displayNames([path])[0] ?? path;
  command.files = [name];
  const bytes = await readBytes(path);
  const sheet = await sheetOf("payments", bytes, given.sheet);
  const found = new Problems(problems.redact);
  const table = openTable({ role: "payments", name, bytes, sheet }, new Map(), found);
  const payments = table && readPayments(table, new Map(), found);
  for (const one of found.all) problems.add(one);
  return found.hasErrors ? undefined : payments;
}

/** The payments up to the day asked for; those of later days are counted. */
function upTo(payments: readonly Payment[], { on }: Given, problems: Problems): readonly Payment[] {
  if (on === undefined) return payments;
  const later = payments.filter(({ paidOn }) => paidOn > on);
  const dollars = later.reduce((sum: Money, { amount }) => plus(sum, amount), ZERO);
  if (later.length > 0)
    problems.notice({
      code: "payments-later",
      message: `left out ${counted(later.length, "payment")} after ${dayText(on)}, ${dollarText(dollars)}`,
    });
  return payments.filter(({ paidOn }) => paidOn <= on);
}
