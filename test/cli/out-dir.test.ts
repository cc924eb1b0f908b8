import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROGRAM, programShell } from "./program.ts";
import { HEADER, rosterText, writeRosters } from "./rosters.ts";
import { claims, inFolder, shell } from "./run.ts";

const INTO = ["--quarter", "FY2026-Q1", "--no-rates", "--out-dir", "out"];
const compute = (folder: string, ...more: string[]) => claims(["compute", "in", ...INTO, ...more], folder);
const read = (folder: string, name: string): string => readFileSync(join(folder, "out", name), "utf8");
const index = (folder: string): string[][] =>
  read(folder, "index.csv")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
const statuses = (folder: string): string[] => index(folder).map(([id, , , , status]) => `${id} ${status}`);
const sums = (folder: string) => shell("cd out && sha256sum -c --quiet SHA256SUMS", folder);
/** The program as a user whom permissions bind, whoever runs the tests. */
const AS_NOBODY =
  process.getuid?.() === 0 ? `setpriv --reuid=65534 --regid=65534 --clear-groups node ${PROGRAM}` : "claims";
const OK = { stdout: "", stderr: "", code: 0 };

describe("--out-dir", () => {
  it("writes one document an agency, index.csv and SHA256SUMS, and nothing on standard output", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 3);
      const { stdout, stderr, code } = await compute(folder);
      expect([stdout, code]).toEqual(["", 0]);
      expect(stderr).toContain("wrote 3 claims to out, $108,000.00 for 6 officers of 3 agencies\n");
      const files = [1, 2, 3].map((n) => `FL000000${n}_FY2026-Q1.json`);
      expect(readdirSync(join(folder, "out")).sort()).toEqual([...files, "SHA256SUMS", "index.csv"]);
      expect(await sums(folder)).toEqual(OK);
      const hash = createHash("sha256").update(read(folder, "FL0000002_FY2026-Q1.json")).digest("hex");
      expect(read(folder, "index.csv").split("\n")[0]).toBe(
        "agency_id,agency_name,file,sha256,status,officers,salary,benefits,overtime,other_funding,award,equipment,vehicles,total,problems",
      );
      const figures = "2,24000.00,10000.00,2000.00,0.00,0.00,0.00,0.00,36000.00,0";
      expect(index(folder)[1]?.join(",")).toBe(
        `FL0000002,County 2,FL0000002_FY2026-Q1.json,${hash},written,${figures}`,
      );
    });
  });

  it("says what concerns no file of the first 50, and counts the rest before the last line", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 60);
      writeFileSync(join(folder, "in", "A0000060.csv"), rosterText(60).replace("2025-09-15", "2025-13-15"));
      const { stderr } = await compute(folder);
      expect(stderr.match(/has no placement rate for FY2026-Q1: no award\n/g)?.length).toBe(50);
      expect(stderr).toContain('A0000060.csv:2:6: error: trained_on "2025-13-15" is not a date\n');
      expect(stderr).toMatch(
        /claims: and 9 more\nA0000060.csv: 1 error\nclaims: notice: wrote 59 claims to out, 1 failed/,
      );
      expect((await compute(folder, "-q", "--force")).stderr).not.toContain("more");
      const { problems, more } = JSON.parse((await compute(folder, "-f", "json", "--force")).stderr);
      expect([problems.length, more]).toEqual([52, [{ file: "", count: 9 }]]);
    });
  });

  it("keeps for each agency what to send back to it, and takes away what is mended", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 3);
      const roster = join(folder, "in", "A0000002.csv");
      writeFileSync(roster, rosterText(2).replace("2025-09-15", "2025-13-15"));
      const { stderr, code } = await compute(folder, "-q");
      expect(code).toBe(3);
      expect(readdirSync(join(folder, "out", "problems"))).toEqual(["FL0000002.txt"]);
      const text = read(folder, "problems/FL0000002.txt");
      expect(text).toContain('A0000002.csv:2:6: error: trained_on "2025-13-15" is not a date\n');
      expect(stderr).toContain(text);

      writeFileSync(roster, rosterText(2));
      expect(await compute(folder, "-q")).toEqual(OK);
      expect(readdirSync(join(folder, "out", "problems"))).toEqual([]);
    });
  });

  it("takes away no file of problems that the run reads, and none behind a link", async () => {
    await inFolder(async (folder) => {
      const roster = join(folder, "out", "problems", "FL0000001.txt");
      mkdirSync(join(folder, "out", "problems"), { recursive: true });
      writeFileSync(roster, rosterText(1));
      const { stderr, code } = await claims(["compute", "out/problems/FL0000001.txt", ...INTO], folder);
      expect([code, stderr]).toEqual([2, expect.stringContaining("is read by this run")]);
      expect(readFileSync(roster, "utf8")).toBe(rosterText(1));

      mkdirSync(join(folder, "mine"));
      writeFileSync(join(folder, "mine", "FL0000001.txt"), "mine\n");
      rmSync(join(folder, "out"), { recursive: true });
      mkdirSync(join(folder, "out"));
      symlinkSync("../mine", join(folder, "out", "problems"));
      writeRosters(join(folder, "in"), 1);
      expect(await compute(folder, "-q")).toEqual(OK);
      writeFileSync(join(folder, "in", "A0000001.csv"), rosterText(1).replace("2025-09-15", "2025-13-15"));
      const linked = await compute(folder, "-q");
      expect([linked.code, linked.stderr]).toEqual([1, expect.stringContaining("it is a link")]);
      expect(readFileSync(join(folder, "mine", "FL0000001.txt"), "utf8")).toBe("mine\n");
    });
  });

  it("refuses rejects under the name of a file that it is about to write, also before the folder is there", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 1);
      for (const name of ["index.csv", "SHA256SUMS", "FL0000001_FY2026-Q1.json", "problems/FL0000001.txt"]) {
        const { stderr, code } = await compute(folder, "--rejects", `out/${name}`);
        expect([code, stderr]).toEqual([2, expect.stringContaining("is given as an output twice")]);
        expect(readdirSync(folder)).not.toContain("out");
      }
    });
  });

  it("ends with exit code 1 where the folder of problems cannot be made, and has written the claims", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 2);
      writeFileSync(join(folder, "in", "A0000002.csv"), rosterText(2).replace("2025-09-15", "2025-13-15"));
      mkdirSync(join(folder, "out"));
      writeFileSync(join(folder, "out", "problems"), "mine\n");
      const { stderr, code } = await compute(folder, "-q");
      expect(stderr).toContain("out/problems");
      expect(code).toBe(1);
      expect(read(folder, "problems")).toBe("mine\n");
      expect(statuses(folder)).toEqual(["FL0000001 written", "FL0000002 error"]);
    });
  });

  it("writes the documents that ndjson has, whether agencies are in one roster or in many, in any order", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 3);
      await compute(folder);
      const { stdout } = await claims(
        ["compute", "in", "--quarter", "FY2026-Q1", "--no-rates", "-f", "ndjson"],
        folder,
      );
      const documents = stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
      const written = [1, 2, 3].map((n) => JSON.parse(read(folder, `FL000000${n}_FY2026-Q1.json`)));
      expect(written).toEqual(documents);
      expect(written[1].inputs).toMatchObject([{ role: "roster", path: "A0000002.csv", scope: "file", rows: 2 }]);
      const named = ["in/A0000003.csv", "in/A0000001.csv", "in/A0000002.csv"];
      expect((await claims(["compute", ...named, ...INTO], folder)).stderr).toContain(
        "wrote 0 claims to out, 3 unchanged",
      );
      const one = `${[HEADER, ...[1, 2, 3].flatMap((n) => rosterText(n).trimEnd().split("\n").slice(1))].join("\n")}\n`;
      rmSync(join(folder, "in"), { recursive: true });
      mkdirSync(join(folder, "in"));
      writeFileSync(join(folder, "in/all.csv"), one);
      await compute(folder, "--force");
      const again = JSON.parse(read(folder, "FL0000002_FY2026-Q1.json"));
      expect(again.inputs).toMatchObject([{ path: "all.csv", scope: "rows", rows: 2 }]);
      expect(again.totals).toEqual(written[1].totals);
    });
  });

  it("takes standard input, rates and payroll of each agency, and a blank agency where there is one", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 2);
      writeFileSync(join(folder, "r.csv"), "agency_id,quarter,rate\nFL0000001,FY2026-Q1,95\nXX0000001,FY2026-Q1,95\n");
      writeFileSync(join(folder, "p.csv"), "agency_id,officer_id,quarter,overtime_paid\nFL0000002,9,FY2026-Q1,1\n");
      const args = ["compute", "in/A0000001.csv", "-", "--rates", "r.csv", "--payroll", "p.csv", "--out-dir", "out"];
      const { stderr, code } = await claims(args, folder, rosterText(2));
      expect(code).toBe(0);
      expect(index(folder).map((row) => row[10])).toEqual(["2000.00", "0.00"]);
      expect(stderr).toContain("ignored the rates of 1 agency not in the roster: XX0000001");
      expect(stderr).toContain("ignored the payroll of 1 officer not in the roster: 9");
      expect(
        JSON.parse(read(folder, "FL0000001_FY2026-Q1.json")).warnings.map((one: { code: string }) => one.code),
      ).toEqual(["award-without-reference"]);
      writeFileSync(join(folder, "r.csv"), "quarter,rate\nFY2026-Q1,95\n");
      expect(
        (await claims(["compute", "in", ...INTO.slice(0, 2), "--rates", "r.csv", ...INTO.slice(3)], folder)).code,
      ).toBe(3);
    });
  });

  it("writes each format, with its ending", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 2);
      for (const [format, ending] of [
        ["csv", "csv"],
        ["ndjson", "ndjson"],
        ["table", "txt"],
      ] as const) {
        expect((await compute(folder, "-f", format)).code).toBe(0);
        expect(read(folder, `FL0000002_FY2026-Q1.${ending}`)).toContain(format === "table" ? "36,000.00" : "18000.00");
      }
      expect((await compute(folder, "-f", "doc")).code).toBe(2);
      expect((await compute(folder, "-o", "x.json")).code).toBe(2);
    });
  });

  it("leaves out an agency with errors, writes the others, and says the first reason", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 3);
      writeFileSync(join(folder, "in/A0000002.csv"), rosterText(2).replaceAll("2025-09-15", "2025-13-15"));
      const { stderr, code } = await compute(folder);
      expect(code).toBe(3);
      expect(statuses(folder)).toEqual(["FL0000001 written", "FL0000002 error", "FL0000003 written"]);
      expect(index(folder)[1]?.join(",")).toBe("FL0000002,County 2,,,error,,,,,,,,,,2");
      expect(stderr).toContain("wrote 2 claims to out, 1 failed, $72,000.00 for 4 officers of 2 agencies\n");
      expect(stderr).toContain('  FL0000002: A0000002.csv:2:6: trained_on "2025-13-15" is not a date\n');
      expect(await sums(folder)).toEqual(OK);
      const { problems } = JSON.parse((await compute(folder, "-f", "json")).stderr);
      expect(problems.at(-1).message).toContain("wrote 0 claims to out, 2 unchanged, 1 failed");
      expect((await compute(folder, "-q")).stderr).not.toContain("wrote");
    });
  });

  it("finds an agency in two rosters and an officer in two agencies, read one by one or not", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 4);
      writeFileSync(join(folder, "in/again.csv"), rosterText(1));
      writeFileSync(join(folder, "in/A0000004.csv"), rosterText(4).replaceAll("Officer 4-0", "Officer 3-0"));
      const { stderr, code } = await compute(folder);
      expect(code).toBe(3);
      expect(statuses(folder)).toEqual([
        "FL0000001 error",
        "FL0000002 written",
        "FL0000003 written",
        "FL0000004 written",
      ]);
      expect(stderr).toContain("agency FL0000001 is in two rosters: A0000001.csv, line 2, and here");
      const warning = JSON.parse(read(folder, "FL0000003_FY2026-Q1.json")).warnings[0];
      expect(warning).toMatchObject({ code: "officer-in-two-agencies", file: "A0000003.csv", line: 2 });
    });
  });

  it("takes one agency of many, and tells one that no roster has from one whose roster has errors", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 3);
      expect((await compute(folder, "--agency", "FL0000002")).code).toBe(0);
      expect(statuses(folder)).toEqual(["FL0000002 written"]);
      expect((await compute(folder, "--agency", "FL0000009")).stderr).toContain(
        'no roster has a row of agency "FL0000009"',
      );
      writeFileSync(join(folder, "in/A0000003.csv"), "agency_id,officer_id\nFL0000009,1\n");
      expect((await compute(folder, "--agency", "FL0000009")).code).toBe(3);
    });
  });

  it("leaves the same bytes alone and does not overwrite others without --force", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 2);
      await compute(folder);
      const file = join(folder, "out/FL0000001_FY2026-Q1.json");
      const before = statSync(file).mtimeMs;
      expect((await compute(folder)).code).toBe(0);
      expect(statuses(folder)).toEqual(["FL0000001 unchanged", "FL0000002 unchanged"]);
      expect(statSync(file).mtimeMs).toBe(before);
      writeFileSync(file, "mine\n");
      const { code, stderr } = await compute(folder);
      expect([code, readFileSync(file, "utf8")]).toEqual([2, "mine\n"]);
      expect(statuses(folder)).toEqual(["FL0000001 exists", "FL0000002 unchanged"]);
      expect(stderr).toContain("out/FL0000001_FY2026-Q1.json exists and differs");
      expect(await sums(folder)).toEqual(OK);
      expect((await compute(folder, "--force")).code).toBe(0);
      expect(statuses(folder)).toEqual(["FL0000001 written", "FL0000002 unchanged"]);
    });
  });

  it("refuses names that Windows keeps, and two agencies that would share a file", async () => {
    await inFolder(async (folder) => {
      mkdirSync(join(folder, "in"));
      const ids = ["CON", "lpt1", "A.B", "a_b", "FL 1", "../x", "é\u0007"];
      for (const [i, id] of ids.entries())
        writeFileSync(
          join(folder, "in", `${i}.csv`),
          rosterText(1).replaceAll("FL0000001", id).replaceAll("Officer", id),
        );
      const { code, stderr } = await compute(folder);
      expect(code).toBe(3);
      const files = index(folder).map(([id, , file]) => [id, file]);
      expect(files).toEqual([
        ["../x", "___x_FY2026-Q1.json"],
        ["A.B", ""],
        ["CON", ""],
        ["FL 1", "FL_1_FY2026-Q1.json"],
        ["a_b", ""],
        ["lpt1", ""],
        ["é\\x07", "___FY2026-Q1.json"],
      ]);
      expect(stderr).toContain("agency CON cannot be the name of a file: Windows keeps it for a device");
      expect(stderr).toContain("agency A.B would share a file with agency a_b");
      expect(readdirSync(folder).sort()).toEqual(["fixtures", "in", "out"]);
    });
  });

  it("has a file written beside which a killed run left its half take that away, but not what another run writes", () =>
    inFolder(async (folder) => {
      const [dead, alive] = [".claims-unfinished-999999999-0", `.claims-unfinished-${process.ppid}-0`];
      for (const name of [dead, alive]) writeFileSync(join(folder, name), "half");
      await claims(["compute", "fixtures/roster.csv", "-q", "-o", "q1.json"], folder);
      expect(readdirSync(folder).sort()).toEqual([alive, "fixtures", "q1.json"]);
    }));

  it("leaves no lock where the disk has no room for one", () =>
    inFolder(async (folder) => {
      const { stdout, stderr } = programShell(
        "(ulimit -f 0; claims compute fixtures/roster.csv -q --out-dir out); echo $?; ls -A out",
        folder,
      );
      expect([stdout, stderr]).toEqual(["1\n", expect.stringContaining("cannot write out/.claims.lock")]);
    }));

  it.each(["INT", "TERM"])("a pipe that nobody reads is waited for, and SIG%s ends that", (signal) =>
    inFolder(async (folder) => {
      // Node hears SIGINT and SIGTERM from its beginning, the program alone the hangup.
      const caught = '$(sed -n "s/SigCgt:[[:space:]]*//p" /proc/$!/status)';
      const hears = `until (( 0x${caught} & 1 )); do sleep 0.02; done; sleep 0.3`;
      const run = `node "${PROGRAM}" compute fixtures/roster.csv -q -f csv -o pipe & ${hears}; kill -${signal} $!; wait $!; echo $?`;
      expect(programShell(`mkfifo pipe; timeout -s KILL 30 bash -c '${run}'`, folder).stdout).toBe("130\n");
      const read = programShell(
        "timeout 5 cat pipe | head -1 & claims compute fixtures/roster.csv -q -f csv -o pipe; wait",
        folder,
      );
      expect(read.stdout).toMatch(/^agency_id,/);
    }),
  );

  it("takes over what a killed run left, and leaves a folder alone that another run has", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 1);
      mkdirSync(join(folder, "out/problems"), { recursive: true });
      const lock = join(folder, "out/.claims.lock");
      for (const left of [`999999999 ${hostname()}\n`, "", "?"]) {
        writeFileSync(lock, left);
        for (const place of ["out", "out/problems"])
          writeFileSync(join(folder, place, ".claims-unfinished-999999999-0"), "half");
        expect((await compute(folder)).code).toBe(0);
        const names = readdirSync(join(folder, "out"), { recursive: true, encoding: "utf8" });
        expect(names.filter((name) => /(^|\/)\./.test(name))).toEqual([]);
      }
      for (const held of [`${process.ppid} ${hostname()}\n`, "1 elsewhere\n"]) {
        writeFileSync(lock, held);
        const { code, stderr } = await compute(folder);
        expect(code).toBe(1);
        expect(stderr).toContain(
          `cannot write out: another run (process ${held.trim().replace(" ", " on ")}) is writing`,
        );
        expect(readFileSync(lock, "utf8")).toBe(held);
      }
    });
  });

  it("writes what --rejects leaves out, and says so in the documents", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 2);
      writeFileSync(join(folder, "in/A0000002.csv"), rosterText(2).replace("2025-09-15", "2025-13-15"));
      expect((await compute(folder, "--rejects", "left.csv")).code).toBe(3);
      expect(readFileSync(join(folder, "left.csv"), "utf8").split("\n")).toHaveLength(3);
      expect(JSON.parse(read(folder, "FL0000002_FY2026-Q1.json"))).toMatchObject({
        totals: { total: "18000.00" },
        incomplete: { agencies: [{ agency_id: "FL0000002", problems: 1 }], rows: 1 },
      });
      expect(JSON.parse(read(folder, "FL0000001_FY2026-Q1.json")).incomplete).toBe(null);
    });
  });
});

describe("faults of --out-dir", () => {
  it("a folder that cannot be made, and a file where a folder must be", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 1);
      writeFileSync(join(folder, "out"), "");
      expect(await compute(folder)).toMatchObject({ code: 1, stdout: "" });
      expect((await compute(folder)).stderr).toContain("cannot write out: it is a file, not a folder");
    });
  });

  it("a folder in the place of a file stops that agency only", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 2);
      mkdirSync(join(folder, "out/FL0000001_FY2026-Q1.json"), { recursive: true });
      const { code, stderr } = await compute(folder);
      expect([code, statuses(folder)]).toEqual([1, ["FL0000001 error", "FL0000002 written"]]);
      expect(stderr).toContain("cannot write out/FL0000001_FY2026-Q1.json: it is a folder");
    });
  });

  it("a folder that may not be written, a roster that may not be read", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 2);
      mkdirSync(join(folder, "out"));
      for (const [path, mode] of Object.entries({ ".": 0o755, out: 0o555, "in/A0000002.csv": 0 }))
        chmodSync(join(folder, path), mode);
      const run = (rosters: string) => programShell(`${AS_NOBODY} compute ${rosters} ${INTO.join(" ")}`, folder);
      const unwritable = run("in/A0000001.csv");
      expect(unwritable).toMatchObject({ stdout: "", code: 1 });
      expect(unwritable.stderr).toContain("cannot write out/.claims.lock: permission denied");
      chmodSync(join(folder, "out"), 0o777);
      const unreadable = run("in/A0000001.csv in/A0000002.csv");
      expect([unreadable.code, statuses(folder)]).toEqual([1, ["FL0000001 written"]]);
      expect(unreadable.stderr).toContain("cannot read in/A0000002.csv: permission denied");
    });
  });

  it("a file that is not there stops nothing but itself", async () => {
    await inFolder(async (folder) => {
      writeRosters(join(folder, "in"), 2);
      const { code, stderr } = await claims(
        ["compute", "in/A0000001.csv", "in/gone.csv", "in/A0000002.csv", ...INTO],
        folder,
      );
      expect([code, statuses(folder)]).toEqual([1, ["FL0000001 written", "FL0000002 written"]]);
      expect(stderr).toContain("cannot read in/gone.csv: there is no such file");
    });
  });
});
