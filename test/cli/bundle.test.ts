import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("the built program is ASCII: it is read byte by byte, and a pattern with another character would match nothing", () => {
  const program = readFileSync(new URL("../../dist/claims.cjs", import.meta.url), "latin1");
  expect(/[^\n]{0,40}[\x80-\xff][^\n]{0,20}/.exec(program)?.[0]).toBeUndefined();
});
