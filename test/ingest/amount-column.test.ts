import { expect, it } from "vitest";
import { AmountColumn } from "../../src/ingest/amount-column.ts";

it("gives back each amount exactly, zero and unknown apart, whatever its size and however often it was set", () => {
  const amounts = [
    0,
    1,
    2 ** 32 - 3,
    2 ** 32 - 2,
    2 ** 32 - 1,
    2 ** 32,
    2 ** 53 - 2,
    2 ** 53 - 1,
    2n ** 53n,
    10n ** 30n,
  ];
  const column = new AmountColumn();
  amounts.forEach((amount, i) => {
    column.set(i * 50, amount);
  });
  expect(amounts.map((_, i) => column.get(i * 50))).toEqual(amounts);
  expect([column.get(1), column.get(49), column.get(10_000)]).toEqual([null, null, null]);
  for (const amount of amounts) {
    column.set(7, amount);
    expect(column.get(7)).toBe(amount);
  }
  column.set(7, 5);
  column.expect(100_000);
  expect([column.get(7), column.get(450)]).toEqual([5, 10n ** 30n]);
});
