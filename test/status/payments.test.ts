import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Payment } from "../../src/ingest/payments.ts";
import type { Filed } from "../../src/status/filed.ts";
import { contradicted, match } from "../../src/status/payments.ts";
import { standingOf, status } from "../../src/status/status.ts";
import { runs } from "../runs.ts";
import { claim, payment } from "./build.ts";

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
  it("of nothing stands with each request that it names", () => {
    const { shares, unmatched } = match(CLAIMS, CLAIMS, [payment(0, { reference: "FL-Q1 FL-Q3" })], true);
    expect(CLAIMS.map((one) => shares.get(one)?.map(({ amount }) => amount))).toEqual([[0], [], [0]]);
    expect(unmatched).toEqual([]);
  });

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
    [
      "of two, which stays with the first as far as it goes",
      [payment(900, { reference: "FL-Q1 FL-Q2" })],
      [900, 0, 0, 0],
    ],
    [
      "of two, of which one was paid too much",
      [payment(1500, { quarter: "Q1", paidOn: 1 }), payment(700, { reference: "FL-Q1 FL-Q2" })],
      [1500, 700, 0, 0],
    ],
    ["back of more than was paid", [payment(-100, { quarter: "Q1" })], [-100, 0, 0, 0]],
    ["of a quarter without a claim", [payment(400, { quarter: "Q4" })], [0, 0, 0, 400]],
    ["of another agency", [payment(400, { agency: "GA", quarter: "Q1" })], [0, 0, 0, 400]],
    ["of an unknown number", [payment(400, { reference: "EFT 12" })], [0, 0, 0, 400]],
    ["of no named agency, where there is one", [payment(400, { agency: null, quarter: "Q1" })], [400, 0, 0, 0]],
    ["by its quarter, whatever the reference", [payment(400, { quarter: "Q1", reference: "FL-Q2" })], [400, 0, 0, 0]],
  ])("%s", (_, payments, expected) => expect(paid(payments)).toEqual(expected));

  it.each<[string, Payment[], number[]]>([
    [
      "money in before money back",
      [payment(-300, { quarter: "Q1" }), payment(1500, { reference: "FL-Q1 FL-Q2" })],
      [700, 500, 0, 0],
    ],
    [
      "what names its quarter before what is divided",
      [payment(700, { quarter: "Q1" }), payment(1500, { reference: "FL-Q1 FL-Q2" })],
      [1000, 1200, 0, 0],
    ],
    [
      "what is more before what is less",
      [payment(1500, { reference: "FL-Q1 FL-Q2" }), payment(1800, { reference: "FL-Q2 FL-Q3" })],
      [1000, 2300, 0, 0],
    ],
    [
      "as much by their references",
      [payment(2000, { reference: "FL-Q1 FL-Q2" }), payment(2000, { reference: "FL-Q2 FL-Q3" })],
      [1000, 2000, 1000, 0],
    ],
    [
      "by day before all else",
      [
        payment(-300, { quarter: "Q1", paidOn: 1 }),
        payment(1500, { reference: "FL-Q1 FL-Q2", paidOn: 2 }),
        payment(700, { quarter: "Q1", paidOn: 3 }),
      ],
      [1700, 200, 0, 0],
    ],
  ])("is counted %s, in whatever order the rows stand", (_, payments, expected) => {
    for (const rows of [payments, [...payments].reverse()])
      for (const lines of [1, -1])
        expect(paid(rows.map((row, index) => ({ ...row, line: 10 + index * lines })))).toEqual(expected);
  });

  it("is shown by its line among those that are alike", () => {
    const rows = [4, 2, 3].map((line) => payment(100, { quarter: "Q1", line, figure: String(line) }));
    for (const given of [rows, [...rows].reverse()])
      expect(
        match(CLAIMS, CLAIMS, given, true)
          .shares.get(Q1)
          ?.map((share) => share.payment.line),
      ).toEqual([2, 3, 4]);
  });

  it("is a share of those claims only to which it brought something", () => {
    const { shares } = match(CLAIMS, CLAIMS, [payment(900, { reference: "FL-Q1 FL-Q2" })], true);
    expect([...shares].map(([, own]) => own.map(({ amount }) => amount))).toEqual([[900], [], []]);
  });

  /** Claims of two agencies as they are numbered elsewhere, and what a payment of one sum is then paid for. */
  const paidOf = (reference: string, ...invoices: string[]): number[] =>
    paid(
      [payment(1500, { reference })],
      invoices.map((invoice, index) => claim(`FY2026-Q${index + 1}`, 1000, { invoice })),
    );

  it.each<[reference: string, invoices: string[], expected: number[]]>([
    ["Request 7", ["Request 7"], [1500, 0]],
    ["2026/001, EFT 7", ["2026/001"], [1500, 0]],
    ["#7 EFT", ["#7"], [1500, 0]],
    ["(#A-7) EFT", ["A-7"], [1500, 0]],
    ["for (No#7)", ["No#7"], [1500, 0]],
    ["for (7.1)", ["7.1"], [1500, 0]],
    ['for "A-7."', ["A-7"], [1500, 0]],
    ["A-7; ", ["A-7", ""], [1500, 0, 0]],
    ["A-7(A-8)", ["A-7", "A-8"], [1000, 500, 0]],
    ["A-7\\A-8:A-9", ["A-7", "A-8", "A-9"], [1000, 500, 0, 0]],
    ["A-7 A-8 Q2", ["A-7", "A-8"], [1000, 500, 0]],
    ["A-7&A-8|A-9", ["A-7", "A-8", "A-9"], [1000, 500, 0, 0]],
  ])("of %j is of requests with the numbers %j", (reference, invoices, expected) =>
    expect(paidOf(reference, ...invoices)).toEqual(expected),
  );

  it.each([
    "Q1",
    "q1",
    "FY2026-Q1",
    "FY26-Q1",
    "FFY2026-Q1",
    "ffy26q1",
    "REQ2",
    "Q2a",
    "Q5",
    "Q22",
    "FY-Q2",
    "FYxx-Q2",
  ])("of a request and %s, its own quarter or none, is of that request", (word) =>
    expect(paidOf(`INV-9 ${word}`, "INV-9")).toEqual([1500, 0]),
  );

  it.each(["Q2", "q2", "FY2026-Q2", "FY2026Q2", "FY26-Q2", "FFY2026-Q2", "ffy26q2", "FY2027-Q1", "FY27Q1"])(
    "of a request and %s, another quarter, is of none",
    (word) => expect(paidOf(`INV-9 ${word}`, "INV-9")).toEqual([0, 1500]),
  );

  it.each<[reference: string, invoices: string[]]>([
    ["INV-9 INV-10", ["INV-9"]],
    ["FL-1 GAX-2", ["FL-1"]],
    ["FL-Q1 FL-Q9-A1", ["FL-Q1"]],
    ["FL-Q1 FL-Q9-A12", ["FL-Q1"]],
    ["FL-Q1-A12 FL-Q9", ["FL-Q1-A12"]],
    ["FL-Q1 1002", ["FL-Q1", "1001"]],
    ["2026-001 PO-A 002", ["2026-001", "PO-A"]],
  ])(
    "of %j is of none, where there are %j: a number of the same form is of a request that is not here",
    (reference, invoices) => expect(paidOf(reference, ...invoices)).toEqual([...invoices.map(() => 0), 1500]),
  );

  it.each<[reference: string, invoice: string]>([
    ["FL-12 check", "FL-12"],
    ["12-A 1002", "12-A"],
    ["FL-A1-Q1 FL-Q9", "FL-A1-Q1"],
    ["ALPHA paid", "ALPHA"],
    ["2026-0001 X002", "2026-0001"],
    ["2026-0001 002X", "2026-0001"],
    ["2026-0001 12345", "2026-0001"],
    ["A-7 8", "A-7"],
  ])("of %j is of %s: what has another form is no number of a request", (reference, invoice) =>
    expect(paidOf(reference, invoice)).toEqual([1500, 0]),
  );

  const GA = claim("Q1", 1000, { agency: "GA", invoice: "GA-Q1" });
  it.each<[string, Partial<Payment>, readonly Filed[], boolean, string]>([
    ["no words", { reference: "EFT" }, CLAIMS, true, "its reference names no request of these claims"],
    ["nothing", {}, CLAIMS, true, "its reference names no request of these claims"],
    [
      "one more request",
      { reference: "FL-Q1 FL-Q8 FL-Q9" },
      CLAIMS,
      true,
      "its reference names FL-Q8 too, of which there is no claim here",
    ],
    [
      "a request of another agency",
      { reference: "FL-Q1 GA-Q1" },
      [Q1, GA],
      true,
      "it is of FL, and its reference names GA-Q1 of GA",
    ],
    ["a quarter", { quarter: "Q4" }, CLAIMS, true, "there is no claim of FL for Q4"],
    ["a quarter alone", { agency: null, quarter: "Q4" }, CLAIMS, true, "there is no claim of FL for Q4"],
    [
      "a quarter alone",
      { agency: null, quarter: "Q1" },
      [Q1, GA],
      true,
      "it names no agency, and there are claims of several",
    ],
    [
      "a quarter alone",
      { agency: null, quarter: "Q1" },
      [Q1],
      false,
      "it names no agency, and there is a claim that cannot be read",
    ],
  ])("that names %s is of none, and why is said", (_, more, claims, isWhole, why) => {
    const one = payment(400, more);
    expect(match(claims, claims, [one], isWhole).unmatched).toEqual([{ payment: one, why }]);
  });

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
    ["FL-Q9", null],
  ])("of a quarter, whose reference is %j", (reference, why) =>
    expect(contradicted(CLAIMS, [payment(400, { quarter: "Q1", reference })]).map((one) => one.why)).toEqual(
      why === null ? [] : [why],
    ),
  );

  it.each<[Partial<Payment>, string[]]>([
    [{ reference: "GA-Q1" }, ["its quarter is Q1, and its reference names GA-Q1"]],
    [{ reference: "GA-Q1", agency: null }, []],
    [{ reference: "FL-Q1", agency: null }, []],
    [{ reference: "FL-Q1 FL-Q2", quarter: null }, []],
    [{ reference: null }, []],
  ])("of FL and Q1, but for %j, contradicts itself where the agency does", (more, expected) => {
    const found = contradicted([...CLAIMS, GA], [payment(400, { quarter: "Q1", ...more })]);
    expect(found.map(({ why }) => why)).toEqual(expected);
  });

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

  it("with the number of what it amends takes its payments", async () => {
    const one = claim("Q1", 1200, { sha256: "a", amends: filed.sha256 });
    for (const all of [
      [filed, one, Q2],
      [one, Q2, filed],
    ]) {
      const found = await status(standingOf(all), [payment(500, { reference: "FL-Q1, EFT 7" })], null);
      expect(found.claims.map(({ claimed, paid }) => [claimed, paid])).toEqual([
        ["10.00", "0.00"],
        ["12.00", "5.00"],
        ["20.00", "0.00"],
      ]);
    }
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
