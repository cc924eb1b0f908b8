import { defineConfig } from "vitest/config";
import quick from "./vitest.config.ts";

const ROOMS = ["engine", "policy", "document", "run", "verify", "amend", "whatif", "status", "ingest"];
/** Whole commands that show what those rooms make. */
const COMMANDS = ["golden", "authority", "evidence", "not-claimed", "status"];

/** The tests that mutants of the program must not survive. */
export default defineConfig({
  test: {
    ...quick.test,
    include: [
      ...ROOMS.map((room) => `test/${room}/**/*.test.ts`),
      ...COMMANDS.map((name) => `test/cli/${name}.test.ts`),
    ],
    env: { ...quick.test?.env, RUNS: "20" },
  },
});
