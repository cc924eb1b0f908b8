import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROGRAM, programShell } from "../cli/program.ts";
import { rosterText, writeRosters } from "../cli/rosters.ts";
import { inFolder } from "../cli/run.ts";

const INTO = ["--quarter", "FY2026-Q1", "--no-rates", "--out-dir", "out"];
const compute = `claims compute in ${INTO.join(" ")}`;
const read = (folder: string, name: string): string => readFileSync(join(folder, "out", name), "utf8");
const index = (folder: string): string[][] =>
  read(folder, "index.csv")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
const statuses = (folder: string): string[] => index(folder).map(([id, , , , status]) => `${id} ${status}`);
const sums = (folder: string) => programShell("cd out && sha256sum -c --quiet SHA256SUMS", folder);
const OK = { stdout: "", stderr: "", code: 0 };

describe("--out-dir while the world moves", () => {
  it("a roster that vanishes before its turn comes", async () => {
    await inFolder((folder) => {
      writeRosters(join(folder, "in"), 4);
      // A pipe, at which reading waits for us.
      const run = `mkfifo in/A; ${compute.replace(" in ", " in/A in/A*.csv ")} & exec 3>in/A; rm in/A0000002.csv`;
      const { stdout, stderr } = programShell(`${run}; cat >&3; exec 3>&-; wait $!; echo $?`, folder, rosterText(5));
      expect(stdout).toBe("1\n");
      expect(statuses(folder)).toEqual([1, 3, 4, 5].map((n) => `FL000000${n} written`));
      expect(stderr).toContain("cannot read in/A0000002.csv: there is no such file");
    });
  });

  it("another run into the folder while one is at work: it writes nothing, and the first ends as if alone", async () => {
    await inFolder((folder) => {
      writeRosters(join(folder, "in"), 300);
      const first = 'claims() { exec node "$PROGRAM" "$@"; }; claims compute in -q';
      const wait = "until [ -e out/FL0000005_FY2026-Q1.json ]; do sleep 0.01; done; kill -STOP $!; ls out | wc -l";
      const second = `node "$PROGRAM" compute in/A0000299.csv ${INTO.join(" ")} --force; echo $?; ls out | wc -l`;
      const script = `${first} ${INTO.join(" ")} & ${wait}; ${second}; kill -CONT $!; wait $!; echo $?`;
      const { stdout, stderr } = programShell(`PROGRAM=${PROGRAM}; ${script}`, folder);
      const [before, refused, after, ended] = stdout.trimEnd().split("\n");
      expect([refused, after, ended]).toEqual(["1", before, "0"]);
      expect(stderr).toMatch(/cannot write out: another run \(process \d+ on .*\) is writing there/);
      expect(index(folder)).toHaveLength(300);
      expect(sums(folder)).toEqual(OK);
      expect(readdirSync(join(folder, "out")).filter((name) => name.startsWith("."))).toEqual([]);
    });
  });

  it("a full disk, a closed pipe", async () => {
    await inFolder((folder) => {
      writeRosters(join(folder, "in"), 1);
      const args = `compute in ${INTO.join(" ")}`;
      expect(programShell(`claims ${args} 2>/dev/full`, folder).code).toBe(0);
      expect(
        programShell(`set -o pipefail; claims ${args} 2>&1 >/dev/null | true; echo \${PIPESTATUS[0]}`, folder).stdout,
      ).toBe("0\n");
      mkdirSync(join(folder, "full"));
      const tiny = "mount -t tmpfs -o size=16k none full 2>/dev/null || { echo none; exit; }; trap 'umount full' EXIT";
      writeFileSync(join(folder, "in/A0000001.csv"), rosterText(1, 100));
      const run = `claims compute in --quarter FY2026-Q1 --out-dir full; echo $?; ls -A full`;
      const { stdout, stderr } = programShell(`${tiny}; ${run}`, folder);
      if (stdout === "none\n") return;
      expect(stdout).toMatch(/^1\n(?:SHA256SUMS\n)?(?:index.csv\n)?$/);
      expect(stderr).toContain("cannot write full/FL0000001_FY2026-Q1.json: the disk is full");
    });
  });

  it("few open files and many rosters; a roster with a name of 255 bytes", async () => {
    await inFolder((folder) => {
      writeRosters(join(folder, "in"), 400, 1);
      writeFileSync(join(folder, "in", `${"x".repeat(251)}.csv`), rosterText(500, 1));
      const { code, stderr } = programShell(`ulimit -n 256; claims compute in ${INTO.join(" ")} -q`, folder);
      expect([code, stderr]).toEqual([0, ""]);
      expect(index(folder)).toHaveLength(401);
    });
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"])(
    "%s between two files: exit 130, whole files, no lock; the next run completes it",
    async (signal) => {
      await inFolder((folder) => {
        writeRosters(join(folder, "in"), 300);
        const run = `claims() { exec node "$PROGRAM" "$@"; }`;
        const wait = "until [ -e out/FL0000005_FY2026-Q1.json ]; do sleep 0.01; done";
        const script = `${run}; claims compute in ${INTO.join(" ")} & ${wait}; kill -${signal} $!; wait $!; echo $?; ls -A out | grep '^\\.'`;
        const { stdout, stderr } = programShell(`PROGRAM=${PROGRAM}; ${script}`, folder);
        if (stdout === "0\n") return;
        expect(stdout).toBe("130\n");
        expect(stderr).toMatch(/interrupted after \d+ of 300 agencies; run again to do the rest\n$/);
        for (const name of readdirSync(join(folder, "out"))) JSON.parse(read(folder, name));
        expect(programShell(compute, folder).code).toBe(0);
        expect(index(folder)).toHaveLength(300);
        expect(sums(folder)).toEqual(OK);
      });
    },
  );
});
