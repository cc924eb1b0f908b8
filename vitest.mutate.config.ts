import { defineConfig } from "vitest/config";
import quick from "./vitest.config.ts";

const ROOMS = ["engine", "policy", "document", "run", "verify", "amend", "whatif", "status", "ingest"];

/** What runs whole commands changes the folder that it is in, which a thread, as mutants have it, may not. */
const COMMANDS = ["amend/kept", "ingest/starter", "run/prior-warnings", "verify/verified", "whatif/{year,forecast}"];

/** The tests that mutants of the program must not survive. */
export default defineConfig({
  test: {
    ...quick.test,
    include: ROOMS.map((room) => `test/${room}/**/*.test.ts`),
    exclude: COMMANDS.map((name) => `test/${name}.test.ts`),
    env: { TZ: "UTC", RUNS: "30" },
  },
});
