import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rosterText, writeRosters } from "./rosters.ts";
import { claims, inFolder } from "./run.ts";

const AGENCIES = 6;
const BAD = 4;
const QUARTER = ["--quarter", "FY2026-Q1"];

/** Every file below a folder, with its bytes. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "latin1")]),
  );

const roster = (n: number): string => `rosters/A000000${n}.csv`;

/** Runs into the folder `whole` all rosters, one of them with an error, and into shards/0 to 2 two each. */
const shards = (body: (folder: string) => Promise<void>): Promise<void> =>
  inFolder(async (folder) => {
    writeRosters(join(folder, "rosters"), AGENCIES);
    writeFileSync(join(folder, roster(BAD)), rosterText(BAD).replace("2025-09-15", "2025-13-15"));
    await claims(["compute", "rosters", ...QUARTER, "-q", "--out-dir", "whole"], folder);
    for (const shard of [0, 1, 2]) {
      const own = [1, 2].map((n) => roster(2 * shard + n));
      await claims(["compute", ...own, ...QUARTER, "-q", "--out-dir", `shards/${shard}`], folder);
    }
    await body(folder);
  });

const SHARDS = ["shards/0", "shards/1", "shards/2"];
const merge = (folder: string, ...more: string[]) => claims(["report", ...SHARDS, "--out-dir", "q1", ...more], folder);
const row = (folder: string, id: string): string =>
  readFileSync(join(folder, "q1/index.csv"), "utf8")
    .split("\n")
    .find((line) => line.startsWith(id)) ?? "";

describe("claims report --out-dir", () => {
  it("makes of the folders of shards, to the byte, what one run writes: claims, index, sums and problems", () =>
    shards(async (folder) => {
      const { code, stdout, stderr } = await merge(folder);
      expect([code, stdout]).toEqual([3, ""]);
      expect(stderr).toContain("wrote 5 claims to q1, 1 failed, $");
      expect(stderr).toContain("FL0000004: its inputs have errors: see shards/1/problems");
      const whole = contents(join(folder, "whole"));
      expect(Object.keys(whole)).toHaveLength(8);
      expect(contents(join(folder, "q1"))).toEqual(whole);
      expect(row(folder, "FL0000004")).toBe("FL0000004,County 4,,,error,,,,,,,,,,1");
    }));

  it("takes the shards by the folder that holds them, beside a claim that lies there", () =>
    shards(async (folder) => {
      expect((await claims(["report", "shards", "--out-dir", "q1"], folder)).code).toBe(3);
      expect(contents(join(folder, "q1"))).toEqual(contents(join(folder, "whole")));
      writeFileSync(join(folder, "again.csv"), rosterText(7));
      await claims(["compute", "again.csv", ...QUARTER, "-q", "-o", "shards/seven.json"], folder);
      const { stderr } = await claims(["report", "shards", "--out-dir", "q1"], folder);
      expect(stderr).toContain("wrote 1 claim to q1, 5 unchanged, 1 failed");
    }));

  it("takes no folder that holds a shard without an index: its run may not have ended", () =>
    shards(async (folder) => {
      rmSync(join(folder, "shards/1/index.csv"));
      const { code, stderr } = await claims(["report", "shards", "--out-dir", "q1"], folder);
      expect([code, stderr]).toEqual([
        1,
        expect.stringContaining("cannot read shards/1: beside folders with index.csv it has none"),
      ]);
      expect(readdirSync(folder)).not.toContain("q1");
    }));

  it.each([
    [["shards", "--agency", "FL0000099"], 2, "there is no claim of agency FL0000099 here"],
    [["none"], 1, "cannot read none: there is no claim"],
    [["gone.json"], 1, "cannot read gone.json: there is no such file"],
  ])("says that there is no claim: %j", (args, exit, says) =>
    shards(async (folder) => {
      mkdirSync(join(folder, "none"));
      writeFileSync(join(folder, "none/notes.json"), "{}");
      const { code, stderr } = await claims(["report", ...args, "--out-dir", "q1"], folder);
      expect([code, stderr]).toEqual([exit, expect.stringContaining(says)]);
      expect(readdirSync(folder)).not.toContain("q1");
    }),
  );

  it("a second time leaves all as it is", () =>
    shards(async (folder) => {
      await merge(folder);
      expect((await merge(folder)).stderr).toContain("wrote 0 claims to q1, 5 unchanged, 1 failed");
    }));

  it("writes the form of each claim as compute would have", () =>
    shards(async (folder) => {
      await claims(["compute", "rosters", ...QUARTER, "-q", "-f", "pdf", "--out-dir", "whole-forms"], folder);
      await claims(["report", "whole", "-f", "pdf", "--out-dir", "q1"], folder);
      const forms = contents(join(folder, "q1"));
      expect(Object.keys(forms).filter((name) => name.endsWith(".pdf"))).toHaveLength(5);
      expect(forms).toEqual(contents(join(folder, "whole-forms")));
    }));

  it("takes neither of two claims of an agency", () =>
    shards(async (folder) => {
      writeFileSync(join(folder, "again.csv"), rosterText(1, 3));
      await claims(["compute", "again.csv", ...QUARTER, "-q", "--out-dir", "shards/3"], folder);
      const { code, stderr } = await merge(folder, "shards/3");
      expect(code).toBe(3);
      expect(stderr).toContain(
        "FL0000001 has two claims for FY2026-Q1: shards/0/FL0000001_FY2026-Q1.json and this one",
      );
      expect(row(folder, "FL0000001")).toBe("FL0000001,County 1,,,error,,,,,,,,,,1");
      expect(readdirSync(join(folder, "q1"))).not.toContain("FL0000001_FY2026-Q1.json");
    }));

  it("takes no claim of an agency that failed in another folder", () =>
    shards(async (folder) => {
      writeFileSync(join(folder, "again.csv"), rosterText(BAD));
      await claims(["compute", "again.csv", ...QUARTER, "-q", "--out-dir", "shards/3"], folder);
      await merge(folder, "shards/3");
      expect(row(folder, "FL0000004")).toContain(",error,");
    }));

  it.each([
    ["is gone", (path: string) => rmSync(path), "cannot read shards/0/FL0000001_FY2026-Q1.json"],
    ["has changed", (path: string) => appendFileSync(path, "\n"), "is not the file that index.csv lists"],
    ["is no claim any more", (path: string) => writeFileSync(path, "{}"), "it names no schema"],
  ])("says of a claim that %s", (_, spoil, says) =>
    shards(async (folder) => {
      spoil(join(folder, "shards/0/FL0000001_FY2026-Q1.json"));
      const { code, stderr } = await merge(folder);
      expect([code, stderr]).toEqual([3, expect.stringContaining(says)]);
      expect(row(folder, "FL0000001")).toContain(",error,");
      expect(row(folder, "FL0000002")).toContain(",written,");
    }),
  );

  it("takes no claim that a run found there and did not overwrite", () =>
    shards(async (folder) => {
      writeFileSync(join(folder, roster(1)), rosterText(1, 3));
      const own = [1, 2].map(roster);
      await claims(["compute", ...own, ...QUARTER, "-q", "--out-dir", "shards/0"], folder);
      expect((await merge(folder)).stderr).toContain("FL0000001_FY2026-Q1.json is another than was computed");
      expect(row(folder, "FL0000001")).toContain(",error,");
    }));

  it("takes no folder in which a run has not ended", () =>
    shards(async (folder) => {
      writeFileSync(join(folder, "shards/1/.claims.lock"), "1 elsewhere\n");
      const { code, stderr } = await merge(folder);
      expect([code, stderr]).toEqual([1, expect.stringContaining("cannot read shards/1: a run is writing there")]);
      expect(readdirSync(folder)).not.toContain("q1");
    }));

  it("of one agency alone", () =>
    shards(async (folder) => {
      expect((await merge(folder, "--agency", "FL0000002")).code).toBe(0);
      expect(Object.keys(contents(join(folder, "q1")))).toEqual([
        "FL0000002_FY2026-Q1.json",
        "SHA256SUMS",
        "index.csv",
      ]);
    }));

  it("without names of officers, neither in claims nor in problems", () =>
    shards(async (folder) => {
      await merge(folder, "--redact");
      const all = contents(join(folder, "q1"));
      expect(Object.keys(all).filter((name) => name.startsWith("problems"))).toEqual([]);
      expect(all["FL0000001_FY2026-Q1.json"]).toContain('"officer_name": null');
    }));

  it("takes a claim file for itself, and each line of NDJSON", () =>
    inFolder(async (folder) => {
      await claims(["compute", "fixtures/multi-agency/roster.csv", "-q", "-o", "all.ndjson"], folder);
      await claims(["compute", "fixtures/multi-agency/roster.csv", "-q", "--out-dir", "whole"], folder);
      expect((await claims(["report", "all.ndjson", "--out-dir", "q1", "-f", "csv"], folder)).code).toBe(0);
      const [one, other] = ["whole", "q1"].map((name) => readFileSync(join(folder, name, "index.csv"), "utf8"));
      const figures = (text = "") => text.split("\n").map((line) => line.split(",").slice(-11));
      expect(figures(other)).toEqual(figures(one));
    }));

  it("takes an index by its word for files of its own folder and agencies only", () =>
    shards(async (folder) => {
      const index = join(folder, "shards/0/index.csv");
      const text = readFileSync(index, "utf8");
      writeFileSync(index, text.replace(",FL0000001_", ",../1/FL0000003_").replace("FL0000002,", "FL0000009,"));
      const { code } = await merge(folder);
      expect([code, row(folder, "FL0000001"), row(folder, "FL0000009")]).toEqual([
        3,
        "FL0000001,County 1,,,error,,,,,,,,,,0",
        "FL0000009,County 2,,,error,,,,,,,,,,0",
      ]);
    }));

  it("writes over none of the files that it reads", () =>
    shards(async (folder) => {
      const before = contents(join(folder, "whole"));
      const { code, stderr } = await claims(["report", "whole", "--out-dir", "whole", "-f", "csv"], folder);
      expect([code, stderr]).toEqual([2, expect.stringContaining("whole/index.csv is read by this run")]);
      expect(contents(join(folder, "whole"))).toEqual(before);
    }));

  it.each([
    [["report", "whole"], "cannot read whole: it is a folder, which --out-dir DIR takes", 1],
    [["report", "whole/FL0000001_FY2026-Q1.json", "whole/FL0000002_FY2026-Q1.json"], "or writes many into a folder", 2],
    [["report", "whole", "--out-dir", "q1", "-o", "q1.csv"], "--output and --out-dir are given together", 2],
  ])("names the flag: %j", (args, says, exit) =>
    shards(async (folder) => {
      const { code, stderr } = await claims(args, folder);
      expect([code, stderr]).toEqual([exit, expect.stringContaining(says)]);
    }),
  );
});
