import type { Money } from "../engine/values/money.ts";
import { lesser, minus, plus, ZERO } from "../engine/values/money.ts";
import type { Payment } from "../ingest/payments.ts";
import type { Filed } from "./filed.ts";

/** What a payment brought one claim. */
export interface Share {
  readonly payment: Payment;
  /** Cents; below zero: money back. */
  readonly amount: Money;
}

/** A payment that is of no claim that there is, and why. */
export interface Unmatched {
  readonly payment: Payment;
  readonly why: string;
}

/** Payments by the claims that they are of. Each payment is in shares as it stands, to the cent, or unmatched. */
export interface Matched {
  readonly shares: ReadonlyMap<Filed, readonly Share[]>;
  readonly unmatched: readonly Unmatched[];
}

/**
 * Finds the claims that payments are of: by agency and quarter, else by the numbers of requests in the reference. One payment of
 * several claims pays them in the order of their quarters, what is left over goes to the last; money back is taken from the last first.
 * @param all those of which numbers are known too @param isWhole whether all claims could be read
 */
export function match(
  standing: readonly Filed[],
  all: readonly Filed[],
  payments: readonly Payment[],
  isWhole: boolean,
): Matched {
  const shares = new Map(standing.map((claim): [Filed, Share[]] => [claim, []]));
  const paid = new Map<Filed, Money>();
  const unmatched: Unmatched[] = [];
  const find = finder(standing, all, isWhole);
  const give = (claim: Filed, payment: Payment, amount: Money): void => {
    shares.get(claim)?.push({ payment, amount });
    paid.set(claim, plus(paid.get(claim) ?? ZERO, amount));
  };
  for (const payment of inOrder(payments)) {
    const claims = find(payment);
    if (typeof claims === "string") unmatched.push({ payment, why: claims });
    else for (const [claim, amount] of divided(payment.amount, claims, paid)) give(claim, payment, amount);
  }
  return { shares, unmatched };
}

/** Payments that are of the quarter in their row, though their reference names another request or one more, and which. */
export function contradicted(standing: readonly Filed[], payments: readonly Payment[]): Unmatched[] {
  const named = namer(standing, (claim) => claim);
  return payments.flatMap((payment) => {
    const { agency, quarter, reference } = payment;
    if (quarter === null || reference === null) return [];
    const { claims, missing } = named(reference);
    const other = claims.find((one) => one.quarter !== quarter || (agency !== null && one.agency !== agency));
    const also = other?.invoice ?? (claims.length > 0 ? missing[0] : undefined);
    return also === undefined ? [] : [{ payment, why: `its quarter is ${quarter}, and its reference names ${also}` }];
  });
}

/** By day; of one day money in before money back, and what names its quarter before what is divided: in no case by where rows stand. */
function inOrder(payments: readonly Payment[]): Payment[] {
  const rest = ({ agency, quarter, reference }: Payment): string => JSON.stringify([quarter, reference, agency]);
  return [...payments].sort(
    (a, b) =>
      a.paidOn - b.paidOn ||
      Number(a.amount < 0) - Number(b.amount < 0) ||
      Number(a.quarter === null) - Number(b.quarter === null) ||
      Number(minus(b.amount, a.amount)) ||
      (rest(a) < rest(b) ? -1 : Number(rest(a) > rest(b))) ||
      a.line - b.line,
  );
}

/** Divides a payment among the claims that it is of; one of nothing, such as a refusal, is of each. */
function divided(amount: Money, claims: readonly Filed[], paid: ReadonlyMap<Filed, Money>): [Filed, Money][] {
  const back = amount < 0;
  const order = back ? [...claims].reverse() : claims;
  const parts: [Filed, Money][] = [];
  let left = back ? minus(ZERO, amount) : amount;
  order.forEach((claim, index) => {
    const before = paid.get(claim) ?? ZERO;
    const room = back ? before : minus(claim.claimed, before);
    const most = index === order.length - 1 ? left : lesser(left, room < 0 ? ZERO : room);
    left = minus(left, most);
    if (most !== 0 || amount === 0) parts.push([claim, back ? minus(ZERO, most) : most]);
  });
  return parts;
}

/** What a reference names. */
interface Named {
  /** In the order of their quarters. */
  readonly claims: readonly Filed[];
  /** Words that are or may be numbers of other requests. */
  readonly missing: readonly string[];
}

/**
 * Tells the claims that a payment is of; or why there is none. A payment of several requests is of none where one of them is not
 * here: what it paid of the others cannot be told.
 */
function finder(
  standing: readonly Filed[],
  all: readonly Filed[],
  isWhole: boolean,
): (payment: Payment) => readonly Filed[] | string {
  const key = (agency: string, quarter: string): string => JSON.stringify([agency, quarter]);
  const byQuarter = new Map(standing.map((claim) => [key(claim.agency, claim.quarter), claim]));
  const agencies = new Set(all.map(({ agency }) => agency));
  const [only] = agencies.size === 1 && isWhole ? agencies : [];
  const named = namer(all, ({ agency, quarter }) => byQuarter.get(key(agency, quarter)));
  return ({ agency, quarter, reference }) => {
    if (quarter === null) {
      const { claims, missing } = named(reference ?? "");
      const other = claims.find((claim) => agency !== null && claim.agency !== agency);
      if (claims.length === 0) return "its reference names no request of these claims";
      if (other) return `it is of ${agency}, and its reference names ${other.invoice} of ${other.agency}`;
      return missing.length > 0 ? `its reference names ${missing[0]} too, of which there is no claim here` : claims;
    }
    const whose = agency ?? only;
    if (whose === undefined)
      return `it names no agency, and there ${isWhole ? "are claims of several" : "is a claim that cannot be read"}`;
    const claim = byQuarter.get(key(whose, quarter));
    return claim ? [claim] : `there is no claim of ${whose} for ${quarter}`;
  };
}

/** Tells what a reference names. @param claimOf the claim that stands in the quarter of one */
function namer(all: readonly Filed[], claimOf: (claim: Filed) => Filed | undefined): (reference: string) => Named {
  const byInvoice = new Map<string, Filed | null>();
  const forms = new Set<string>();
  for (const one of all) {
    const claim = claimOf(one) ?? null;
    const known = byInvoice.get(one.invoice);
    // A number that two requests have tells nothing.
    byInvoice.set(one.invoice, known === undefined || known === claim ? claim : null);
    forms.add(formOf(one.invoice));
  }
  forms.delete("");
  return (reference) => {
    const whole = byInvoice.get(reference);
    if (whole) return { claims: [whole], missing: [] };
    const words = wordsOf(reference, (word) => byInvoice.has(word));
    const claims = [...new Set(words.flatMap((word) => byInvoice.get(word) ?? []))];
    const isMissing = (word: string): boolean =>
      !byInvoice.get(word) &&
      (byInvoice.has(word) || forms.has(formOf(word)) || isOther(word, claims) || isEnd(word, claims));
    return {
      claims: claims.sort((a, b) => (a.quarter < b.quarter ? -1 : 1)),
      missing: words.filter(isMissing),
    };
  };
}

/** The words of a reference, each once; those that are no number are taken apart at every other sign too. */
function wordsOf(reference: string, isNumber: (word: string) => boolean): string[] {
  const words = reference.split(/[\s,;+&|]/).flatMap((word) => {
    const bare = word.replace(/^[#("'[]+|[.:!?)"'\]]+$/g, "");
    return [word, bare].find(isNumber) ?? bare.split(/[/()\\:]/);
  });
  return [...new Set(words)].filter((word) => word !== "");
}

/** Whether a word is a quarter, such as Q2 after the number of the first, of which no claim is named. */
function isOther(word: string, named: readonly Filed[]): boolean {
  const [, year, quarter = ""] = /^(?:F?FY(\d{2,4})-?)?(Q[1-4])$/i.exec(word) ?? [];
  const end = (year === undefined ? quarter : `${year}-${quarter}`).toUpperCase();
  return end !== "" && !named.some((claim) => claim.quarter.endsWith(end));
}

/** Whether a word is as the end of a number named before it, such as 002 after 2026-001, but of another. */
const isEnd = (word: string, named: readonly Filed[]): boolean =>
  /^\d+$/.test(word) &&
  named.some(({ invoice }) => /\d{2,}$/.exec(invoice)?.[0].length === word.length && !invoice.endsWith(word));

/**
 * How a request's number is made up of letters, digits and signs, by which the number of a request that is not here can be told;
 * nothing where it is a mere word. Mere numbers, as those of payments are too, are alike where they are as long.
 */
function formOf(invoice: string): string {
  if (/^\d+$/.test(invoice)) return "9".repeat(invoice.length);
  const form = invoice
    .replace(/-A\d+$/, "")
    .replace(/\d+/g, "9")
    .replace(/[A-Za-z]+/g, "A");
  return form.length > 1 ? form : "";
}
