import { readdirSync } from "node:fs";
import type { Case } from "../cases/case.ts";

const FOLDER = new URL("../cases/", import.meta.url).pathname;
const NOT_CASES = new Set(["case.ts", "first-quarter.ts"]);
const names = readdirSync(FOLDER).filter((name) => !NOT_CASES.has(name));

/** The cases by rule or reading: each is the file of its name in test/cases. */
export const CASES: Readonly<Record<string, readonly Case[]>> = Object.fromEntries(
  await Promise.all(
    names.map(async (name) => [name.replace(/\.ts$/, ""), (await import(`${FOLDER}${name}`)).cases] as const),
  ),
);
