import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { amendedLines, amendment } from "../../src/amend/amend.ts";
import { type ClaimFile, readClaim } from "../../src/document/read.ts";
import type { ClaimDocument } from "../../src/document/schema.ts";
import { dayText } from "../../src/engine/values/calendar.ts";
import { READINGS } from "../../src/engine/values/ids.ts";
import { type Money, moneyFromText, minus as subtract, ZERO } from "../../src/engine/values/money.ts";
import { POLICY_287G } from "../../src/policy/policy.ts";
import { Problems } from "../../src/problems/problems.ts";
import { documentOf } from "../../src/run/document.ts";
import { takePrior } from "../../src/run/prior.ts";
import { filedOf } from "../../src/status/filed.ts";
import { standingOf, status } from "../../src/status/status.ts";
import { Verifier } from "../../src/verify/verify.ts";
import { compute, filesOf, withFiles, written } from "../document/files.ts";
import {
  type AgencyText,
  day,
  type PayrollRow,
  type PriorRow,
  quarter,
  type RateRow,
  type RosterRow,
} from "../engine/build.ts";
import { type OracleClaim, oracleClaim } from "../engine/oracle.ts";
import { runs } from "../runs.ts";

/*
 * A fiscal year of a small agency: what happens to its officers, what is filed, amended and paid, in any order, against a model that
 * keeps rows, figures and sums and computes with the second calculation. What happens too late or twice does nothing.
 */
const QUARTERS = ["FY2026-Q1", "FY2026-Q2", "FY2026-Q3", "FY2026-Q4"] as const;
const OFFICERS = ["A1", "B2", "C3"] as const;

const officer = fc.constantFrom(...OFFICERS);
const on = fc.integer({ min: day("2025-09-01"), max: day("2026-10-15") }).map(dayText);
const quarterId = fc.constantFrom(...QUARTERS);
const dollars = (max: number) =>
  fc
    .integer({ min: 0, max: max * 100 })
    .map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`);

const event = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("hire" as const),
      officer,
      on,
      salary: dollars(90_000),
      benefits: dollars(30_000),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("train" as const), officer, on }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("raise" as const), officer, on, salary: dollars(90_000) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("transfer" as const),
      officer,
      on,
      model: fc.constantFrom("TFM" as const, "JEM" as const, "WSO" as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("leave" as const), officer, on }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("return" as const), officer, on }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("equip" as const), officer, receipts: dollars(9_000) }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant("pay" as const), officer, quarterId, overtime: dollars(12_000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("rate" as const),
      quarterId,
      percent: fc.integer({ min: 6500, max: 10_000 }),
      vehicles: dollars(60_000),
    }),
  },
  { weight: 6, arbitrary: fc.record({ does: fc.constant("file" as const), quarterId }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant("amend" as const), quarterId }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("paid" as const),
      quarterId,
      amount: dollars(60_000),
      back: fc.nat({ max: 4 }).map((n) => n === 0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("status" as const) }) },
);
/** Who is there to begin with. */
const staff = fc.tuple(
  fc.record({
    does: fc.constant("hire" as const),
    officer: fc.constant("A1" as const),
    on: fc.constant("2025-09-01"),
    salary: dollars(90_000),
    benefits: dollars(30_000),
  }),
  fc.record({ does: fc.constant("train" as const), officer: fc.constant("A1" as const), on }),
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

const readings = fc.record({
  "overtime-cap": fc.constantFrom(...READINGS["overtime-cap"]),
  "partial-quarter": fc.constantFrom(...READINGS["partial-quarter"]),
  "salary-models": fc.constantFrom(...READINGS["salary-models"]),
});
type Chosen = typeof readings extends fc.Arbitrary<infer T> ? T : never;

const FIRST = { trained_on: "", model: "TFM" as const, end_date: "" };

/** A claim that stands: its file, and what the model says of it. */
interface Standing {
  readonly file: ClaimFile;
  readonly figures: OracleClaim;
}

class Year {
  private readonly rows = new Map<string, RosterRow[]>();
  private readonly payroll = new Map<string, PayrollRow>();
  private readonly rates = new Map<string, RateRow>();
  private readonly standing = new Map<string, Standing>();
  private readonly readings: Chosen;
  private readonly filed: ClaimFile[] = [];
  private readonly paid: { readonly quarterId: string; readonly amount: string }[] = [];
  private amendments = 0;

  constructor(readings: Chosen) {
    this.readings = readings;
  }

  async apply(event: Event): Promise<void> {
    if (event.does === "file") return this.standing.has(event.quarterId) ? undefined : this.file(event.quarterId);
    if (event.does === "amend") return this.standing.has(event.quarterId) ? this.file(event.quarterId) : undefined;
    if (event.does === "status") return this.status();
    if (event.does === "paid") {
      const { quarterId, amount, back } = event;
      this.paid.push({ quarterId, amount: back ? minus("0.00", amount) : amount });
    } else if (event.does === "pay") {
      const { officer, quarterId, overtime } = event;
      if (this.rows.has(officer))
        this.payroll.set(`${officer} ${quarterId}`, { officer, quarter: quarterId, overtime_paid: overtime });
    } else if (event.does === "rate") {
      const { quarterId, percent, vehicles } = event;
      this.rates.set(quarterId, { quarter: quarterId, rate: String(percent / 100), vehicle_cost: vehicles });
    } else this.change(event);
  }

  private change(event: Exclude<Event, { does: "file" | "amend" | "pay" | "rate" | "paid" | "status" }>): void {
    const { officer } = event;
    const rows = this.rows.get(officer);
    if (event.does === "hire") {
      const { on, salary, benefits } = event;
      if (!rows)
        this.rows.set(officer, [
          { ...FIRST, officer, start_date: on, annual_salary: salary, annual_benefits: benefits },
        ]);
      return;
    }
    const last = rows?.at(-1);
    if (!rows || !last?.start_date) return;
    const { start_date, end_date } = last;
    if (event.does === "train")
      this.rows.set(
        officer,
        rows.map((row) => ({ ...row, trained_on: event.on })),
      );
    else if (event.does === "equip")
      this.rows.set(
        officer,
        rows.map((row) => ({ ...row, equipment_cost: event.receipts })),
      );
    else if (event.does === "return") {
      if (end_date && end_date < event.on) rows.push({ ...last, start_date: event.on, end_date: "" });
    } else if (!end_date && start_date < event.on) {
      rows[rows.length - 1] = { ...last, end_date: dayText(day(event.on) - 1) };
      if (event.does === "raise") rows.push({ ...last, start_date: event.on, annual_salary: event.salary });
      if (event.does === "transfer") rows.push({ ...last, start_date: event.on, model: event.model });
    }
  }

  /** Computes the claim of a quarter with those that stand before it, compares it with the model, files or amends it, and verifies it. */
  private async file(id: string): Promise<void> {
    if (this.rows.size === 0) return;
    const before = [...this.standing].filter(([other]) => other < id);
    const agency: AgencyText = {
      roster: [...this.rows.values()].flat(),
      payroll: [...this.payroll.values()],
      rates: [...this.rates.values()],
      prior: before.map(([quarter, { figures }]) => priorRow(quarter, figures)),
    };
    const files = filesOf(agency);
    const priorFiles = before.map(([, { file }]) => file);
    const taking = { before: quarter(id), samePolicy: () => true, agencies: new Set(["FL0310200"]) };
    const run = compute(files, id, this.readings, takePrior(priorFiles, taking, new Problems()));
    const model = oracleClaim(agency, id, { ...DEFAULTS, ...this.readings });
    const document = documentOf(run);
    expect(figuresOf(document)).toEqual(model);
    const filed = this.standing.get(id);
    const amended = filed && amendment({ file: filed.file, policy: POLICY_287G, inputs: undefined }, run);
    if (amended) expect(amended.difference).toBe(minus(model.total, filed.figures.total));
    const name = amended ? `${id}-A${++this.amendments}.json` : `${id}.json`;
    const file = await readClaim(
      name,
      Buffer.from(amended ? `${JSON.stringify(amended, null, 2)}\n` : written(document)),
    );
    await withFiles(files, async (folder) => {
      for (const one of [...priorFiles, ...(filed ? [filed.file] : [])])
        writeFileSync(join(folder, one.name), textOf(one));
      const verifier = new Verifier({ folders: [], withoutInputs: false, policy: undefined, amendedLines });
      expect(await verifier.verify(file, folder)).toMatchObject({ status: "verified", differences: [] });
    });
    this.standing.set(id, { file, figures: model });
    this.filed.push(file);
  }

  /** Where the claims stand: each payment is of the claim that stands for its quarter, or of none; what was amended asks for nothing. */
  async status(): Promise<void> {
    const claims = this.filed.flatMap((file) => {
      const filed = filedOf(file, () => Promise.resolve(file.document));
      if (typeof filed === "string") throw new Error(filed);
      return filed;
    });
    const payments = this.paid.map(({ quarterId, amount }, i) => ({
      ...{ line: i + 2, agency: null, quarter: quarterId, paidOn: day("2026-12-01"), amount: cents(amount) },
      ...{ reference: null, officer: null, figure: null },
    }));
    const stands = await status(standingOf(claims), payments, null);
    const paidFor = (id: string): string => total(this.paid.filter(({ quarterId }) => quarterId === id));
    const expected = this.filed.map(({ sha256, document }) => {
      const { id } = document.quarter;
      const standing = this.standing.get(id);
      if (standing?.file.sha256 !== sha256) return { sha256, paid: "0.00", open: "0.00" };
      return { sha256, paid: paidFor(id), open: minus(standing.figures.total, paidFor(id)) };
    });
    const found = stands.claims.map(({ sha256, paid, open }) => ({ sha256, paid, open }));
    expect(found.sort(bySha256)).toEqual(expected.sort(bySha256));
    const ofNone = this.paid.filter(({ quarterId }) => !this.standing.has(quarterId));
    expect(stands.unmatched.map(({ amount }) => amount).sort()).toEqual(ofNone.map(({ amount }) => amount).sort());
    const claimed = total([...this.standing.values()].map(({ figures }) => ({ amount: figures.total })));
    const paid = total(this.paid.filter(({ quarterId }) => this.standing.has(quarterId)));
    expect(stands.totals).toMatchObject({ claims: this.standing.size, claimed, paid, open: minus(claimed, paid) });
  }
}

const DEFAULTS = {
  "rate-rounding": "floor",
  "award-headcount": "full-quarter",
  "quarter-share": "equal",
  rounding: "half-up",
} as const;

const textOf = ({ amendment, document }: ClaimFile): string => `${JSON.stringify(amendment ?? document, null, 2)}\n`;

const priorRow = (quarter: string, { officers, vehicles }: OracleClaim): PriorRow => ({ quarter, vehicles, officers });

const minus = (a: string, b: string): string => {
  const cents = BigInt(a.replace(".", "")) - BigInt(b.replace(".", ""));
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  return `${cents < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const total = (amounts: readonly { readonly amount: string }[]): string =>
  amounts.reduce((sum, { amount }) => plus(sum, amount), "0.00");

const cents = (amount: string): Money =>
  amount.startsWith("-") ? subtract(ZERO, moneyFromText(amount.slice(1))) : moneyFromText(amount);

const bySha256 = (a: { readonly sha256: string }, b: { readonly sha256: string }): number =>
  a.sha256 < b.sha256 ? -1 : 1;

/** The figures of a document as the second calculation gives them; payroll pays overtime alone here, so all else is an estimate. */
function figuresOf({ claims, totals }: ClaimDocument): OracleClaim {
  const officers = claims.flatMap(({ officers }) => officers);
  return {
    officers: Object.fromEntries(
      officers.map((one) => [
        one.officer_id,
        {
          eligible_days: String(one.eligible_days),
          salary: one.salary,
          benefits: one.benefits,
          estimated: plus(one.salary, one.benefits),
          overtime_cap_room: one.overtime_cap_room,
          overtime: one.overtime,
          overtime_over_cap: one.overtime_over_cap,
          other_funding: one.other_funding,
          award: one.award,
          equipment: one.equipment,
          total: one.total,
        },
      ]),
    ),
    vehicles: totals.vehicles,
    estimated: totals.estimated,
    total: totals.total,
  };
}

const plus = (a: string, b: string): string => minus(a, minus("0.00", b));

it("a year of events, filings, amendments and payments is to the cent what a small model says, and every claim verifies", async () => {
  await fc.assert(
    fc.asyncProperty(
      readings,
      staff,
      fc.array(event, { minLength: 10, maxLength: 60 }),
      async (chosen, first, events) => {
        const year = new Year(chosen);
        for (const one of [...first, ...events]) await year.apply(one);
        await year.status();
      },
    ),
    runs(60),
  );
});
