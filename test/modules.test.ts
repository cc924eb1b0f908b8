import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";

const SOURCE = new URL("../src/", import.meta.url).pathname;
/** The program itself, which runs when it is loaded. */
const PROGRAM = "cli/main.ts";

const modules = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".ts") && path !== PROGRAM,
);

describe("importing a module does nothing", () => {
  // Other tests of this worker have loaded most of them.
  beforeAll(() => void vi.resetModules());
  afterEach(() => vi.restoreAllMocks());

  it.each(modules)("%s", async (path) => {
    const said = [
      vi.spyOn(process.stdout, "write").mockReturnValue(true),
      vi.spyOn(process.stderr, "write").mockReturnValue(true),
    ];
    const listeners = process.eventNames().length;
    await import(join(SOURCE, path));
    expect(said.map((spy) => spy.mock.calls)).toEqual([[], []]);
    expect(process.exitCode).toBeUndefined();
    expect(process.eventNames().length).toBe(listeners);
  });
});
