import type { Payment } from "../../src/ingest/payments.ts";
import type { Filed } from "../../src/status/filed.ts";

/** A claim that was filed, of agency FL where not said otherwise, in cents; its number is FL-QUARTER. */
export const claim = (quarter: string, claimed: number, more: Partial<Filed> = {}): Filed => ({
  ...{
    agency: "FL",
    quarter,
    sha256: `${quarter} ${claimed}`,
    name: `${quarter}.json`,
    invoice: `FL-${quarter}`,
    claimed,
  },
  ...{ estimated: 0, award: 0, awardStatus: null, amends: null, leftOut: [] },
  again: () => Promise.resolve({ claims: [] } as never),
  ...more,
});

/** A payment of agency FL, in cents. */
export const payment = (amount: number, more: Partial<Payment> = {}): Payment => ({
  ...{ line: 2, agency: "FL", quarter: null, paidOn: 20_000, amount, reference: null, officer: null, figure: null },
  ...more,
});
