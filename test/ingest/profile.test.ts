import { describe, expect, it } from "vitest";
import { readProfile } from "../../src/ingest/profile.ts";

const faults = (profile: unknown): string[] => {
  const read = readProfile(JSON.stringify(profile));
  return "faults" in read
    ? read.faults.map(({ column, message, remedy }) => `${column} ${message}${remedy ? ` | ${remedy}` : ""}`)
    : [];
};

describe("readProfile", () => {
  it.each<[string, unknown]>([
    ["one prior claim", { prior: "filed" }],
    ["several", { prior: ["filed/q1.json", "filed/q2.json"] }],
    ["columns by their names", { map: { annual_salary: "Base Pay" }, set: { program_model: "TFM" } }],
    ["nothing", {}],
  ])("reads %s", (_, profile) => expect(readProfile(JSON.stringify(profile))).toEqual(profile));

  it.each<[unknown, string]>([
    [
      { agency: { contact: { nmae: "x" } } },
      '23 agency.contact: unknown key "nmae", did you mean name? | name, phone, email',
    ],
    [{ bill_to: { xyz: "x" } }, '13 bill_to: unknown key "xyz" | agency, office, address'],
    [{ readings: { rounding: "up" } }, '25 readings.rounding: is "up" | one of half-up, half-even'],
    [{ agency: { name: "" } }, "19 agency.name: has no value at all"],
    [{ agency: [] }, "11 agency: is a list, not an object"],
    [{ map: { annual_salary: 1 } }, "25 map.annual_salary: is 1, not text"],
    [{ prior: [""] }, "11 prior[0]: has no value at all"],
    [{ prior: [1] }, "10 prior: is [1]: a claim or a folder of them as text, or a list of such"],
    [{ prior: 5 }, "10 prior: is 5: a claim or a folder of them as text, or a list of such"],
    [[], "1 the profile: is a list, not an object"],
  ])("refuses %j", (profile, expected) => {
    expect(faults(profile)).toEqual([expected.replace(/(?<=unknown key .*\| )/, "allowed here: ")]);
  });
});
