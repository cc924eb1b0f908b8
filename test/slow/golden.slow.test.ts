import { describe } from "vitest";
import { PAGES, testPage } from "../cli/pages.ts";
import { programShell } from "../cli/program.ts";

describe("the built program, page by page", () => {
  for (const name of PAGES) testPage(name, programShell);
});
