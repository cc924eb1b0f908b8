import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { type Draft, DraftKeeper } from "../../src/wizard/draft.ts";

it("a draft is kept for its folder and owner alone, without officers who are in a file, and dropped", () => {
  const state = mkdtempSync(join(tmpdir(), "claims-draft-"));
  try {
    const [here, there] = ["/work/a", "/work/b"].map((folder) => new DraftKeeper(folder, { XDG_STATE_HOME: state }));
    if (!here || !there) throw new Error();
    const draft: Draft = { step: 2, quarter: "FY2026-Q1", officers: [{ officer_id: "1" }] };
    expect(here.keep(draft)).toBe(true);
    expect(here.kept()).toEqual(draft);
    expect(there.kept()).toBeUndefined();
    expect(statSync(here.path).mode & 0o777).toBe(0o600);
    here.keep({ ...draft, saved: "roster.csv" });
    expect(here.kept()).toEqual({ step: 2, quarter: "FY2026-Q1", saved: "roster.csv" });
    expect(readdirSync(dirname(here.path))).toHaveLength(1);
    writeFileSync(here.path, readFileSync(here.path, "utf8").slice(0, -5));
    expect(here.kept()).toBeUndefined();
    here.drop();
    expect(readdirSync(dirname(here.path))).toEqual([]);
    expect(new DraftKeeper("/work/a", { XDG_STATE_HOME: "/dev/null" }).keep(draft)).toBe(false);
  } finally {
    rmSync(state, { recursive: true });
  }
});
