import { expect, it } from "vitest";
import { standingOf, status } from "../../src/status/status.ts";
import { strangers } from "../../src/status/strangers.ts";
import { claim, payment } from "./build.ts";

const withOfficers = (...ids: string[]) => ({
  again: () =>
    Promise.resolve({ claims: [{ agency_id: "FL", officers: ids.map((id) => ({ officer_id: id })) }] } as never),
});

it("names the payments of officers whom a claim does not have, and no others", async () => {
  const filed = [claim("FY2026-Q1", 2, withOfficers("1042")), claim("FY2026-Q2", 2, withOfficers("1043"))];
  const payments = [
    payment(1, { quarter: "FY2026-Q1", line: 2, officer: "1042" }),
    payment(1, { quarter: "FY2026-Q2", line: 3, officer: "1042" }),
    payment(1, { quarter: "FY2026-Q2", line: 4, officer: "1043" }),
    payment(1, { quarter: "FY2026-Q1", line: 5 }),
    payment(1, { quarter: "FY2026-Q3", line: 6, officer: "1044" }),
  ];
  const document = await status(standingOf(filed), payments, null);
  expect(await strangers(document, filed)).toEqual([
    { line: 3, agency: "FL", officer: "1042", invoice: "FL-FY2026-Q2" },
  ]);
});

it("reads no claim again whose payments name no officer", async () => {
  const unread = claim("FY2026-Q1", 1000, { again: () => Promise.reject(new Error("read again")) });
  const document = await status(standingOf([unread]), [payment(1000, { quarter: "FY2026-Q1" })], null);
  expect(await strangers(document, [unread])).toEqual([]);
});
