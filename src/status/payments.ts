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
 */
export function match(standing: readonly Filed[], all: readonly Filed[], payments: readonly Payment[]): Matched {
  const shares = new Map(standing.map((claim): [Filed, Share[]] => [claim, []]));
  const paid = new Map(standing.map((claim) => [claim, ZERO as Money]));
  const unmatched: Unmatched[] = [];
  const find = finder(standing, all);
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

/** Divides a payment among the claims that it is of. */
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
    if (most !== 0) parts.push([claim, back ? minus(ZERO, most) : most]);
  });
  return parts;
}

/** Tells the claims that a payment is of, in the order of their quarters; or why there is none. */
function finder(standing: readonly Filed[], all: readonly Filed[]): (payment: Payment) => readonly Filed[] | string {
  const key = (agency: string, quarter: string): string => JSON.stringify([agency, quarter]);
  const byQuarter = new Map(standing.map((claim) => [key(claim.agency, claim.quarter), claim]));
  const agencies = new Set(standing.map(({ agency }) => agency));
  const [only] = agencies.size === 1 ? agencies : [];
  const byInvoice = new Map<string, Filed | null>();
  for (const { agency, quarter, invoice } of all) {
    const claim = byQuarter.get(key(agency, quarter));
    const known = byInvoice.get(invoice);
    // A number that two requests have tells nothing.
    if (claim) byInvoice.set(invoice, known === undefined || known === claim ? claim : null);
  }
  const named = (reference: string): Filed[] => {
    const whole = byInvoice.get(reference);
    if (whole) return [whole];
    const found = reference.split(/[\s,;+&|]+/).flatMap((one) => byInvoice.get(one) ?? []);
    return [...new Set(found)].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
  };
  return ({ agency, quarter, reference }) => {
    if (quarter === null) {
      const claims = named(reference ?? "").filter((claim) => agency === null || claim.agency === agency);
      return claims.length > 0 ? claims : "its reference names no request of these claims";
    }
    const whose = agency ?? only;
    if (whose === undefined) return "it names no agency, and there are claims of several";
    const claim = byQuarter.get(key(whose, quarter));
    return claim ? [claim] : `there is no claim of ${whose} for ${quarter}`;
  };
}
