import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/slow/**"],
    // Modules hold nothing that changes, so all test files of a worker share them: to load them for each takes as long as to test.
    isolate: false,
    // Vitest would leave a core to its own process, which idles while tests run.
    maxWorkers: "100%",
    env: { TZ: "UTC", COLUMNS: "200" },
    // For a machine that is busy with other work; properties of many runs take as long as they take.
    testTimeout: process.env.RUNS === undefined ? 60_000 : 600_000,
    hookTimeout: 60_000,
  },
});
