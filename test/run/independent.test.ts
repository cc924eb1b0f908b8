import fc from "fast-check";
import { expect, it } from "vitest";
import type { AgencyDocument } from "../../src/document/schema.ts";
import { documentOf } from "../../src/run/document.ts";
import { compute, type Files, filesOf } from "../document/files.ts";
import { asked } from "../engine/arbitrary.ts";
import { runs } from "../runs.ts";

const IDS = ["FL0310200", "TX1090000", "VA0490000"];

/** The files of an agency, each row with its id. */
function filesNamed(files: Files, id: string): Files {
  const rows = (name: string): string => {
    const [header, ...rest] = (files[name] ?? "").trimEnd().split("\n");
    return [`agency_id,${header}`, ...rest.map((row) => `${id},${row}`)].join("\n");
  };
  const roster = (files["roster.csv"] ?? "").trimEnd().replaceAll(/^FL0310200/gm, id);
  return { "roster.csv": roster, "payroll.csv": rows("payroll.csv"), "rates.csv": rows("rates.csv") };
}

/** One file of several: their rows in another order, those of one officer as they stood. */
function together(texts: readonly string[], order: readonly number[]): string {
  const [header] = texts[0]?.split("\n") ?? [];
  const left = texts.map((text) => text.split("\n").slice(1));
  const picked = order.flatMap((one) => left[one % left.length]?.splice(0, 1) ?? []);
  return `${[header, ...picked, ...left.flat()].join("\n")}\n`;
}

const withoutLines = ({ officers, ...claim }: AgencyDocument) => ({
  ...claim,
  officers: officers.map(({ rows, ...officer }) => ({ ...officer, rows: rows.map(({ line: _, ...row }) => row) })),
});

it("an agency's claim depends on no other of the run, nor on the order of rows", () => {
  const several = asked().chain((first) =>
    fc.record({
      quarterId: fc.constant(first.quarterId),
      readings: fc.constant(first.readings),
      agencies: fc.array(asked(), { minLength: 2, maxLength: 3 }).map((all) => all.map(({ agency }) => agency)),
      order: fc.array(fc.nat(2), { maxLength: 30 }),
    }),
  );
  fc.assert(
    fc.property(several, ({ quarterId, readings, agencies, order }) => {
      const files = agencies.map((agency, i) => filesNamed(filesOf(agency), IDS[i] ?? ""));
      const all = Object.fromEntries(
        ["roster.csv", "payroll.csv", "rates.csv"].map((name) => [
          name,
          together(
            files.map((one) => one[name] ?? ""),
            order,
          ),
        ]),
      );
      const claimsOf = (given: Files) => documentOf(compute(given, quarterId, readings)).claims.map(withoutLines);
      const claims = claimsOf(all);
      expect(claims.map(({ agency_id }) => agency_id)).toEqual(IDS.slice(0, agencies.length));
      expect(claims).toEqual(files.flatMap(claimsOf));
    }),
    runs(150),
  );
});
