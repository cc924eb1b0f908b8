import { describe } from "vitest";
import { PAGES, testPage } from "./pages.ts";
import { programShell } from "./program.ts";
import { shell } from "./run.ts";

/** Pages that prove the built program: of each of its files, of both streams, of standard input. The others are in test/slow. */
const OF_THE_PROGRAM = new Set([
  "compute-fixture.golden",
  "compute-stdin.golden",
  "policy-check.golden",
  "streams.golden",
  "verify.golden",
]);

describe("the command, page by page", () => {
  for (const name of PAGES) testPage(name, OF_THE_PROGRAM.has(name) ? programShell : shell);
});
