import { quarterNamed } from "../document/records.ts";
import { type Day, dayText } from "../engine/values/calendar.ts";
import { type Money, minus, moneyText, plus, ZERO } from "../engine/values/money.ts";
import type { Payment } from "../ingest/payments.ts";
import { type Explanation, explain } from "./explain.ts";
import type { Filed } from "./filed.ts";
import { match, type Share } from "./payments.ts";

/** A payment as the document shows it. */
export interface PaymentDocument {
  readonly line: number;
  readonly agency_id: string | null;
  readonly quarter: string | null;
  readonly paid_on: string;
  /** Below zero: money back. */
  readonly amount: string;
  /** What was paid in one sum of which this is a part. */
  readonly of?: string;
  readonly reference: string | null;
  readonly officer_id: string | null;
  readonly figure: string | null;
}

/** Where one claim of an agency stands. */
export interface ClaimStatus {
  readonly agency_id: string;
  readonly quarter: string;
  readonly sha256: string;
  readonly invoice: string;
  readonly claimed: string;
  readonly estimated: string;
  readonly award: string;
  readonly award_status: "indicated" | "determined" | null;
  /** The SHA-256 of the amendment that stands in its place. */
  readonly amended_by: string | null;
  readonly paid: string;
  /** Claimed less paid; below zero where more was paid. Nothing is open of a claim that was amended. */
  readonly open: string;
  /** From the quarter's end to the day asked for, while anything is open. */
  readonly days_open?: number | null;
  readonly payments: readonly PaymentDocument[];
  readonly explained_by: readonly (
    | { readonly reading: string; readonly value: string; readonly total: string }
    | { readonly officer_id: string | null; readonly figure: string; readonly total: string }
  )[];
}

/** The claims-status/1 document. */
export interface StatusDocument {
  readonly schema: "claims-status/1";
  readonly on: string | null;
  /** By agency and quarter; a claim that was amended before its amendment. */
  readonly claims: readonly ClaimStatus[];
  /** Of the claims that stand. */
  readonly totals: {
    readonly claims: number;
    readonly claimed: string;
    readonly estimated: string;
    readonly award: string;
    readonly paid: string;
    readonly open: string;
  };
  readonly unmatched: readonly (PaymentDocument & { readonly why: string })[];
  /** Claims that were left out for errors, by the names of their files; left out where there are none. */
  readonly left_out?: readonly string[];
}

/** The claims that stand, and by which amendment the others were replaced. */
export interface Standing {
  readonly standing: readonly Filed[];
  readonly amendedBy: ReadonlyMap<Filed, Filed>;
  /** Claims of which it cannot be told which stands, in pairs. */
  readonly doubtful: readonly (readonly [Filed, Filed])[];
}

/**
 * An amendment stands for the claim of its quarter that it amends, and for what that one amended; an agency that it has no more
 * has no claim left, but one that it left out for errors. The same claim twice is one.
 */
export function standingOf(filed: readonly Filed[]): Standing {
  const once = [...new Map(filed.map((one) => [JSON.stringify([one.sha256, one.agency]), one])).values()];
  const amendments = grouped(once, ({ amends, quarter }) => JSON.stringify([amends, quarter]));
  const documents = grouped(once, ({ sha256, quarter }) => JSON.stringify([sha256, quarter]));
  const amendedBy = new Map<Filed, Filed>();
  for (const [key, by] of amendments) {
    const agencies = new Map(by.map((one) => [one.agency, one]));
    const amended = documents.get(key) ?? [];
    const [first] = by;
    if (!first || !amended.some(({ agency }) => agencies.has(agency))) continue;
    for (const one of amended) {
      const own = agencies.get(one.agency) ?? (first.leftOut.includes(one.agency) ? undefined : first);
      if (own) amendedBy.set(one, own);
    }
  }
  const byQuarter = new Map<string, Filed>();
  const doubtful: [Filed, Filed][] = [];
  for (const one of once)
    if (!amendedBy.has(one)) {
      const key = JSON.stringify([one.agency, one.quarter]);
      const other = byQuarter.get(key);
      if (other) doubtful.push([other, one]);
      else byQuarter.set(key, one);
    }
  for (const [one] of doubtful) byQuarter.delete(JSON.stringify([one.agency, one.quarter]));
  return { standing: [...byQuarter.values()], amendedBy, doubtful };
}

/** Where filed claims stand. @param on the day asked for, null where none was; payments of later days are not among those given @param leftOut claims that were refused */
export async function status(
  { standing, amendedBy, doubtful }: Standing,
  payments: readonly Payment[],
  on: Day | null,
  leftOut: readonly string[] = [],
): Promise<StatusDocument> {
  const all = [...standing, ...amendedBy.keys()];
  const doubted = new Set(doubtful.flat());
  const names = new Set([...doubted].map(({ name }) => name));
  const { shares, unmatched } = match(
    standing,
    [...all, ...doubted],
    payments,
    leftOut.every((name) => names.has(name)),
  );
  const claims: ClaimStatus[] = [];
  const sharesOf = (one: Filed): readonly Share[] => shares.get(one) ?? [];
  for (const one of inOrder(all, amendedBy)) claims.push(await claimStatus(one, amendedBy.get(one), sharesOf(one), on));
  const sum = (amount: (one: Filed) => Money): Money =>
    standing.reduce((all: Money, one) => plus(all, amount(one)), ZERO);
  const paid = sum((one) => paidOf(sharesOf(one)));
  const claimed = sum((one) => one.claimed);
  return {
    schema: "claims-status/1",
    on: on === null ? null : dayText(on),
    claims,
    totals: {
      claims: standing.length,
      claimed: moneyText(claimed),
      estimated: moneyText(sum((one) => one.estimated)),
      award: moneyText(sum((one) => one.award)),
      paid: moneyText(paid),
      open: moneyText(minus(claimed, paid)),
    },
    unmatched: unmatched.map(({ payment, why }) => ({ ...paymentDocument(payment, payment.amount), why })),
    ...(leftOut.length > 0 ? { left_out: [...new Set(leftOut)].sort() } : {}),
  };
}

function grouped(all: readonly Filed[], keyOf: (one: Filed) => string): Map<string, Filed[]> {
  const groups = new Map<string, Filed[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** By agency, quarter, and what was amended before what amends it. */
function inOrder(all: readonly Filed[], amendedBy: ReadonlyMap<Filed, Filed>): Filed[] {
  const left = (one: Filed): number => {
    const by = amendedBy.get(one);
    return by ? left(by) + 1 : 0;
  };
  const key = (one: Filed): string => JSON.stringify([one.agency, one.quarter]);
  const ranked = all.map((one) => ({ one, key: key(one), left: left(one) }));
  return ranked.sort((a, b) => (a.key === b.key ? b.left - a.left : a.key < b.key ? -1 : 1)).map(({ one }) => one);
}

const paidOf = (shares: readonly Share[]): Money => shares.reduce((sum: Money, { amount }) => plus(sum, amount), ZERO);

async function claimStatus(
  claim: Filed,
  by: Filed | undefined,
  shares: readonly Share[],
  on: Day | null,
): Promise<ClaimStatus> {
  const paid = paidOf(shares);
  const open = by ? ZERO : minus(claim.claimed, paid);
  const short = paid > 0 && open > 0;
  const found = short ? explain(await claim.again(), claim.agency, paid) : [];
  const days = on === null ? {} : { days_open: open > 0 ? Math.max(0, on - quarterNamed(claim.quarter).end) : null };
  return {
    agency_id: claim.agency,
    quarter: claim.quarter,
    sha256: claim.sha256,
    invoice: claim.invoice,
    claimed: moneyText(claim.claimed),
    estimated: moneyText(claim.estimated),
    award: moneyText(claim.award),
    award_status: claim.awardStatus,
    amended_by: by?.sha256 ?? null,
    paid: moneyText(paid),
    open: moneyText(open),
    ...days,
    payments: shares.map(({ payment, amount }) => paymentDocument(payment, amount)),
    explained_by: found.map((one: Explanation) => ({ ...one, total: moneyText(one.total) })),
  };
}

function paymentDocument(payment: Payment, amount: Money): PaymentDocument {
  const { line, agency, quarter, paidOn, reference, officer, figure } = payment;
  return {
    line,
    agency_id: agency,
    quarter,
    paid_on: dayText(paidOn),
    amount: moneyText(amount),
    ...(amount === payment.amount ? {} : { of: moneyText(payment.amount) }),
    reference,
    officer_id: officer,
    figure,
  };
}
