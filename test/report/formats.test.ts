import { describe, expect, it } from "vitest";
import { AMENDMENT_FORMATS } from "../../src/report/amendment.ts";
import { EXPLAIN_FORMATS, FORMATS } from "../../src/report/claim/formats.ts";
import { FORECAST_FORMATS } from "../../src/report/forecast.ts";
import type { Format } from "../../src/report/format.ts";
import { POLICY_FORMATS } from "../../src/report/policy.ts";
import { READINGS_FORMATS } from "../../src/report/readings.ts";
import { VERIFICATION_FORMATS } from "../../src/report/verification.ts";
import { YEAR_FORMATS } from "../../src/report/year/formats.ts";

const ALL: Record<string, readonly Format<never>[]> = {
  compute: FORMATS,
  explain: EXPLAIN_FORMATS,
  readings: READINGS_FORMATS,
  forecast: FORECAST_FORMATS,
  year: YEAR_FORMATS,
  amend: AMENDMENT_FORMATS,
  verify: VERIFICATION_FORMATS,
  policy: POLICY_FORMATS,
};

describe.each(Object.entries(ALL))("the formats of %s", (_, formats) => {
  it("begin with the page for people, and one of them is JSON", () => {
    expect(formats.map(({ name }) => name).slice(0, 2)).toEqual(["table", "json"]);
  });

  it("are told apart by name and by ending", () => {
    const names = formats.map(({ name }) => name);
    const endings = formats.flatMap((format) => format.endings);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(endings).size).toBe(endings.length);
    expect(formats.every((format) => format.endings.length > 0)).toBe(true);
  });
});
