import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Payment } from "../../src/ingest/payments.ts";
import type { Filed } from "../../src/status/filed.ts";
import { contradicted, match } from "../../src/status/payments.ts";
import { standingOf, status } from "../../src/status/status.ts";
import { runs } from "../runs.ts";

const claim = (quarter: string, claimed: number, more: Partial<Filed> = {}): Filed => ({
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
const payment = (amount: number, more: Partial<Payment> = {}): Payment => ({
  ...{ line: 2, agency: "FL", quarter: null, paidOn: 20_000, amount, reference: null, officer: null, figure: null },
  ...more,
});
const [Q1, Q2, Q3] = [claim("Q1", 1000), claim("Q2", 2000), claim("Q3", 3000)] as const;
const CLAIMS = [Q1, Q2, Q3];

/** What each claim was paid, in cents, and what is of none. */
const paid = (
  payments: readonly Payment[],
  claims: readonly Filed[] = CLAIMS,
  all: readonly Filed[] = claims,
  isWhole = true,
) => {
  const { shares, unmatched } = match(claims, all, payments, isWhole);
  const sums = claims.map((one) => (shares.get(one) ?? []).reduce((sum, { amount }) => sum + Number(amount), 0));
  return [...sums, unmatched.reduce((sum, one) => sum + Number(one.payment.amount), 0)];
};

describe("a payment", () => {
  it.each<[string, Payment[], number[]]>([
    ["of a quarter", [payment(400, { quarter: "Q2" })], [0, 400, 0, 0]],
    ["in parts", [payment(400, { quarter: "Q2" }), payment(100, { quarter: "Q2" })], [0, 500, 0, 0]],
    ["and money back", [payment(400, { quarter: "Q2" }), payment(-150, { quarter: "Q2" })], [0, 250, 0, 0]],
    ["of one request by its number", [payment(400, { reference: "FL-Q3" })], [0, 0, 400, 0]],
    ["of two requests, as far as it goes", [payment(1500, { reference: "FL-Q2, FL-Q1" })], [1000, 500, 0, 0]],
    ["of two, what is left over to the last", [payment(3500, { reference: "FL-Q1+FL-Q2" })], [1000, 2500, 0, 0]],
    [
      "of two, of which one is paid in part",
      [payment(700, { quarter: "Q1", paidOn: 1 }), payment(2100, { reference: "FL-Q1 FL-Q2" })],
      [1000, 1800, 0, 0],
    ],
    [
      "back from two, the last first",
      [payment(2500, { reference: "FL-Q1;FL-Q2", paidOn: 1 }), payment(-1700, { reference: "FL-Q1 FL-Q2" })],
      [800, 0, 0, 0],
    ],
    [
      "of two, and money back of one on the same day, before it in the file",
      [payment(-300, { quarter: "Q1", line: 2 }), payment(1500, { reference: "FL-Q1 FL-Q2", line: 3 })],
      [700, 500, 0, 0],
    ],
    ["of two, one of which is not here", [payment(1500, { reference: "FL-Q1 FL-Q9" })], [0, 0, 0, 1500]],
    ["of one, with the number of the transfer", [payment(400, { reference: "FL-Q1 EFT 0042" })], [400, 0, 0, 0]],
    ["of one, with a day", [payment(400, { reference: "FL-Q1, 2026-03-02" })], [400, 0, 0, 0]],
    [
      "of one and a second between other signs",
      [payment(1500, { reference: "FL-Q1, FL-Q2/FL-Q3" })],
      [1000, 500, 0, 0],
    ],
    ["of two in a sentence", [payment(1500, { reference: "Paid for FL-Q1 (and FL-Q2)." })], [1000, 500, 0, 0]],
    [
      "of one and a quarter of which no claim is named",
      [payment(1500, { reference: "FL-Q1 and Q2" })],
      [0, 0, 0, 1500],
    ],
    ["of one and its own quarter", [payment(1500, { reference: "FL-Q1 FY2026-Q1" })], [1500, 0, 0, 0]],
    ["back of more than was paid", [payment(-100, { quarter: "Q1" })], [-100, 0, 0, 0]],
    ["of a quarter without a claim", [payment(400, { quarter: "Q4" })], [0, 0, 0, 400]],
    ["of another agency", [payment(400, { agency: "GA", quarter: "Q1" })], [0, 0, 0, 400]],
    ["of an unknown number", [payment(400, { reference: "EFT 12" })], [0, 0, 0, 400]],
    ["of no named agency, where there is one", [payment(400, { agency: null, quarter: "Q1" })], [400, 0, 0, 0]],
    ["by its quarter, whatever the reference", [payment(400, { quarter: "Q1", reference: "FL-Q2" })], [400, 0, 0, 0]],
  ])("%s", (_, payments, expected) => expect(paid(payments)).toEqual(expected));

  it("of a number that two requests have is of none", () => {
    const [one, other] = [claim("Q1", 1000, { invoice: "7" }), claim("Q2", 1000, { invoice: "7" })];
    expect(paid([payment(400, { reference: "7" })], [one, other])).toEqual([0, 0, 400]);
  });

  it("of two requests with mere numbers, one of which is not here, is of none", () => {
    const one = claim("Q1", 1000, { invoice: "1001" });
    expect(paid([payment(400, { reference: "1001 1002" })], [one])).toEqual([0, 400]);
    expect(paid([payment(400, { reference: "1001 20260302" })], [one])).toEqual([400, 0]);
  });

  it("of a request and the end of another's number is of none", () => {
    const one = claim("Q1", 1000, { invoice: "2026-001" });
    for (const reference of ["2026-001 & 002", "2026-001/002", "2026-001, 2026-002"])
      expect(paid([payment(400, { reference })], [one])).toEqual([0, 400]);
    for (const reference of ["Inv. 2026-001, part 2", "2026-001 (001)", "#2026-001 check 4711"])
      expect(paid([payment(400, { reference })], [one]), reference).toEqual([400, 0]);
  });

  it("of no named agency, where claims could not be read or another's are doubtful, is of none", () => {
    const other = claim("Q2", 1000, { agency: "GA", invoice: "GA-Q2" });
    const one = payment(400, { agency: null, quarter: "Q1" });
    expect(paid([one], [Q1], [Q1], false)).toEqual([0, 400]);
    expect(paid([one], [Q1], [Q1, other])).toEqual([0, 400]);
  });

  it.each<[string, string | null]>([
    ["FL-Q1", null],
    ["EFT 0042", null],
    ["FL-Q2", "its quarter is Q1, and its reference names FL-Q2"],
    ["FL-Q1 FL-Q2", "its quarter is Q1, and its reference names FL-Q2"],
    ["FL-Q1 and Q4", "its quarter is Q1, and its reference names Q4"],
    ["FL-Q1 FL-Q9", "its quarter is Q1, and its reference names FL-Q9"],
  ])("of a quarter, whose reference is %j", (reference, why) =>
    expect(contradicted(CLAIMS, [payment(400, { quarter: "Q1", reference })]).map((one) => one.why)).toEqual(
      why === null ? [] : [why],
    ),
  );

  it("of no named agency, where there are two, is of none", () => {
    const other = claim("Q1", 1000, { agency: "GA", invoice: "GA-Q1" });
    expect(paid([payment(400, { agency: null, quarter: "Q1" })], [Q1, other])).toEqual([0, 0, 400]);
    expect(paid([payment(400, { agency: null, reference: "GA-Q1" })], [Q1, other])).toEqual([0, 400, 0]);
  });

  it("of an agency, that names a request of another too, is of none", () => {
    const other = claim("Q1", 1000, { agency: "GA", invoice: "GA-Q1" });
    expect(paid([payment(400, { reference: "FL-Q1 GA-Q1" })], [Q1, other])).toEqual([0, 0, 400]);
    expect(paid([payment(1400, { agency: null, reference: "FL-Q1 GA-Q1" })], [Q1, other])).toEqual([1000, 400, 0]);
  });

  it("of a request that was refused, and of another, is of none", async () => {
    const [one, again] = [claim("Q2", 2000), claim("Q2", 2100)];
    const found = await status(standingOf([Q1, one, again]), [payment(1500, { reference: "FL-Q1 FL-Q2" })], null);
    expect(found.claims.map(({ quarter, paid }) => [quarter, paid])).toEqual([["Q1", "0.00"]]);
    expect(found.unmatched.map(({ why }) => why)).toEqual([
      "its reference names FL-Q2 too, of which there is no claim here",
    ]);
  });
});

describe("an amendment", () => {
  const filed = claim("Q1", 1000);
  const amended = claim("Q1", 1200, { sha256: "a", amends: filed.sha256, invoice: "FL-Q1-A1" });
  const again = claim("Q1", 900, { sha256: "b", amends: "a", invoice: "FL-Q1-A2" });

  it("stands for what it amends, in whatever order they are given, and takes its payments", async () => {
    for (const all of [
      [filed, amended, again],
      [again, amended, filed],
      [amended, again, filed, filed],
    ]) {
      const payments = [payment(500, { quarter: "Q1" }), payment(300, { reference: "FL-Q1" })];
      const found = await status(standingOf(all), [...payments, payment(50, { reference: "FL-Q1-A1" })], null);
      expect(found.claims.map((one) => [one.claimed, one.amended_by, one.paid, one.open])).toEqual([
        ["10.00", "a", "0.00", "0.00"],
        ["12.00", "b", "0.00", "0.00"],
        ["9.00", null, "8.50", "0.50"],
      ]);
      expect(found.totals).toMatchObject({ claims: 1, claimed: "9.00", paid: "8.50", open: "0.50" });
    }
  });

  it("takes the claim away of an agency that it has no more, but not of one that it left out for errors", async () => {
    const one = { sha256: "both" };
    const both = [claim("Q1", 1000, one), claim("Q1", 1500, { ...one, agency: "GA", invoice: "GA-Q1" })];
    const less = (leftOut: readonly string[]) => claim("Q1", 1000, { sha256: "less", amends: "both", leftOut });
    const open = async (leftOut: readonly string[]) => {
      const found = await status(standingOf([...both, less(leftOut)]), [], null);
      return [found.totals.open, found.claims.map(({ agency_id, amended_by }) => [agency_id, amended_by])];
    };
    const [fl, now] = [
      ["FL", "less"],
      ["FL", null],
    ];
    expect(await open([])).toEqual(["10.00", [fl, now, ["GA", "less"]]]);
    expect(await open(["GA"])).toEqual(["25.00", [fl, now, ["GA", null]]]);
  });

  it("of a claim of no agency of its own, or of another quarter, stands for none", () => {
    const other = claim("Q1", 10, { agency: "GA", sha256: "x", amends: filed.sha256 });
    const later = claim("Q2", 10, { sha256: "y", amends: filed.sha256 });
    expect(standingOf([filed, other, later]).amendedBy.size).toBe(0);
  });

  it("of a claim that is not there stands alone", async () => {
    const found = await status(standingOf([again]), [], null);
    expect(found.claims.map((one) => [one.claimed, one.amended_by])).toEqual([["9.00", null]]);
  });

  it("two claims of a quarter of which neither amends the other stand not at all", () => {
    const { standing, doubtful } = standingOf([filed, claim("Q1", 1300), Q2]);
    expect(standing).toEqual([Q2]);
    expect(doubtful).toHaveLength(1);
  });
});

describe("whatever is paid", () => {
  const payments = fc.array(
    fc.record({
      amount: fc.integer({ min: -3000, max: 5000 }),
      quarter: fc.constantFrom("Q1", "Q2", "Q3", "Q4", null, null),
      reference: fc.constantFrom("FL-Q1", "FL-Q1 FL-Q3", "FL-Q3,FL-Q2;FL-Q1", "nothing", null),
      agency: fc.constantFrom("FL", "FL", null, "GA"),
      paidOn: fc.integer({ min: 1, max: 3 }),
      line: fc.integer({ min: 2, max: 99 }),
    }),
    { maxLength: 12 },
  );

  it("each cent is paid for a claim or of none, once; open is claimed less paid; and no order of rows changes it", () => {
    fc.assert(
      fc.asyncProperty(payments, async (given) => {
        const all = given.map((one) => payment(one.amount, one));
        const sums = paid(all);
        const total = all.reduce((sum, { amount }) => sum + Number(amount), 0);
        expect(sums.reduce((a, b) => a + b, 0)).toBe(total);
        const found = await status(standingOf(CLAIMS), all, null);
        const cents = (text: string): number => Math.round(Number(text) * 100);
        for (const one of found.claims) expect(cents(one.open)).toBe(cents(one.claimed) - cents(one.paid));
        expect(cents(found.totals.open)).toBe(6000 - cents(found.totals.paid));
        const turned = [...all].reverse().map((one, index) => ({ ...one, line: index + 2 }));
        expect(paid(turned)).toEqual(paid(all.map((one, index) => ({ ...one, line: index + 2 }))));
      }),
      runs(300),
    );
  });
});
