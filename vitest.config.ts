import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/slow/**"],
    // Modules hold no state, so the files of a worker share them: loading them for each file takes as long as all tests.
    isolate: false, 
    testTimeout: 60_000,
  },
});
