import { defineConfig } from "vitest/config";
import quick from "./vitest.config.ts";

const rooms = ["engine", "policy", "document", "run", "verify", "amend", "whatif", "status", "ingest"];

/** The tests that mutants of the program must not survive. */
export default defineConfig({
  test: { ...quick.test, include: rooms.map((room) => `test/${room}/**/*.test.ts`), env: { TZ: "UTC", RUNS: "30" } },
});
