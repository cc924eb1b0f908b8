import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROGRAM } from "../cli/program.ts";

/*
 * What disks, permissions, paths and signals do to a run, by the program as it is installed: whatever happens, what was there
 * before stands, nothing half-written is left, no trace of the program is shown, and the exit code says what it was.
 */
const FIXTURES = join(import.meta.dirname, "../../fixtures");

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a line in bash, `claims` being the program; as an ordinary user where this one is root. */
function bash(line: string, folder: string): Ran {
  const prelude = `claims() { "${process.execPath}" "${PROGRAM}" "$@"; }\n`;
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const { status, stdout, stderr } = spawnSync("bash", ["--norc", "-c", prelude + line], {
    ...{ cwd: folder, encoding: "utf8", timeout: 60_000, ...user },
    env: { PATH: process.env.PATH, HOME: folder, TZ: "UTC" },
  });
  return { code: status, stdout, stderr };
}

/** A folder that an ordinary user may write in, with the fixtures and a filed claim. */
async function inOwnFolder(work: (folder: string) => Promise<void> | void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "claims-faults-"));
  try {
    cpSync(FIXTURES, join(folder, "fixtures"), { recursive: true });
    spawnSync("chown", ["-R", "65534:65534", folder]);
    chmodSync(folder, 0o755);
    expect(bash("claims compute fixtures/roster.csv -q -o q1.json", folder)).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    await work(folder);
    expect(readdirSync(folder).filter((name) => name.startsWith(".claims"))).toEqual([]);
  } finally {
    spawnSync("chmod", ["-R", "u+rwx", folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

const textOf = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8");
const NO_TRACE = /\n\s+at |node:internal|TypeError|this is a bug/;

/** Runs a line that must fail as an exit code says, with a word of why and no trace. */
function fails(line: string, folder: string, code: number, says: RegExp): void {
  const ran = bash(line, folder);
  expect([line, ran.code, ran.stderr.match(says) !== null ? "said" : ran.stderr]).toEqual([line, code, "said"]);
  expect(ran.stderr).not.toMatch(NO_TRACE);
}

describe("a disk that takes no more", () => {
  it("leaves the file that was there, and exits 1 for every format", () =>
    inOwnFolder((folder) => {
      const before = textOf(folder, "q1.json");
      for (const ending of ["json", "xlsx", "pdf", "html", "csv", "md", "txt", "ndjson"]) {
        writeFileSync(join(folder, `claim.${ending}`), "the claim of before\n");
        const line = `ulimit -f 4; trap '' XFSZ; claims compute fixtures/roster.csv -q --force -o claim.${ending}`;
        if (ending === "csv" || ending === "md" || ending === "txt") bash(line, folder);
        else {
          fails(line, folder, 1, new RegExp(`cannot write claim\\.${ending}`));
          expect(textOf(folder, `claim.${ending}`)).toBe("the claim of before\n");
        }
      }
      expect(textOf(folder, "q1.json")).toBe(before);
    }));

  it("is exit 1 for what is printed, by every command", () =>
    inOwnFolder((folder) => {
      for (const line of [
        ...[
          "--help",
          "--version",
          "compute --help",
          "schema claim",
          "completion bash",
          "policy show",
          "check fixtures/roster.csv",
        ],
        ...[
          "compute fixtures/roster.csv -q",
          "verify q1.json --inputs fixtures",
          "readings fixtures/roster.csv -q",
          "status q1.json",
          "report q1.json",
        ],
        ...[
          "forecast fixtures/roster.csv -q",
          "explain fixtures/roster.csv -q",
          "amend q1.json fixtures/roster.csv --inputs fixtures -q",
        ],
      ])
        fails(`claims ${line} >/dev/full`, folder, 1, /cannot write standard output: the disk is full/);
    }));
});

describe("permissions", () => {
  it("are told with the name of the file, wherever a path is looked up", () =>
    inOwnFolder((folder) => {
      mkdirSync(join(folder, "shut"));
      cpSync(join(folder, "q1.json"), join(folder, "shut/q1.json"));
      cpSync(FIXTURES, join(folder, "locked"), { recursive: true });
      for (const name of ["locked/roster.csv", "locked/rates.csv", "shut"]) chmodSync(join(folder, name), 0);
      const said = /permission denied|not permitted|may not/;
      for (const line of [
        ...[
          "compute locked/roster.csv",
          "compute fixtures/roster.csv --rates locked/rates.csv",
          "compute shut/x.csv",
          "compute shut",
          "compute 'shut/*.csv'",
        ],
        ...[
          "compute fixtures/roster.csv --prior shut",
          "compute fixtures/roster.csv --policy locked/rates.csv",
          "compute fixtures/roster.csv --profile shut/claims.json",
        ],
        ...[
          "verify shut/q1.json",
          "status shut",
          "report shut/q1.json",
          "amend shut/q1.json fixtures/roster.csv",
          "init shut/x",
          "policy check locked/rates.csv",
        ],
        ...[
          "compute fixtures/roster.csv -o shut/q1.json",
          "compute fixtures/roster.csv --out-dir shut/out",
          "compute fixtures/roster.csv --evidence locked/rates.csv",
        ],
      ])
        fails(`claims ${line}`, folder, 1, said);
    }));

  it("of one roster in a folder stop only that one", () =>
    inOwnFolder((folder) => {
      mkdirSync(join(folder, "in"));
      const rows = textOf(folder, "fixtures/roster.csv");
      writeFileSync(join(folder, "in/a.csv"), rows);
      writeFileSync(join(folder, "in/b.csv"), rows.replaceAll("FL0310200", "FL0310300"));
      spawnSync("chown", ["-R", "65534:65534", join(folder, "in")]);
      chmodSync(join(folder, "in/b.csv"), 0);
      fails("claims compute in --quarter FY2026-Q1 --out-dir out -q", folder, 1, /b\.csv/);
      expect(readdirSync(join(folder, "out")).filter((name) => name.endsWith(".json"))).toEqual([
        "FL0310200_FY2026-Q1.json",
      ]);
    }));
});

describe("paths that lead nowhere", () => {
  it("are told: loops, names too long, folders for files, devices", () =>
    inOwnFolder((folder) => {
      symlinkSync("loop.csv", join(folder, "loop.csv"));
      const long = "x".repeat(300);
      for (const [path, says] of [
        ["loop.csv", /loop/],
        [`${long}.csv`, /too long/],
        ["nothing.csv", /no such file/],
      ] as const)
        for (const line of [
          ...[
            `compute ${path}`,
            `compute fixtures/roster.csv --rates ${path}`,
            `compute fixtures/roster.csv --prior ${path}`,
          ],
          ...[`verify ${path}`, `status ${path}`, `report ${path}`, `compute fixtures/roster.csv --policy ${path}`],
        ])
          fails(`claims ${line}`, folder, 1, says);
      fails("claims compute fixtures/roster.csv -q -f json -o fixtures", folder, 1, /fixtures/);
      fails("claims compute /dev/zero --quarter FY2026-Q1", folder, 1, /is longer than 67 MB/);
    }));
});

describe("an output that is an input", () => {
  it("is refused before anything is written, by whatever way it is named", () =>
    inOwnFolder((folder) => {
      symlinkSync("fixtures/roster.csv", join(folder, "link.csv"));
      spawnSync("ln", [join(folder, "fixtures/roster.csv"), join(folder, "hard.csv")]);
      const before = textOf(folder, "fixtures/roster.csv");
      for (const line of [
        ...[
          "-o fixtures/roster.csv",
          "-o link.csv",
          "-o hard.csv",
          "-o ./fixtures/../fixtures/roster.csv",
          "--rejects link.csv",
          "-o fixtures/rates.csv",
        ],
        ...["-o same.json -o ./same.json", "-o x.csv --rejects x.csv"],
      ])
        fails(`claims compute fixtures/roster.csv --force ${line}`, folder, 2, /./);
      expect(textOf(folder, "fixtures/roster.csv")).toBe(before);
      expect(existsSync(join(folder, "same.json"))).toBe(false);
      fails("claims amend q1.json fixtures/roster.csv --inputs fixtures --force -o q1.json", folder, 2, /q1\.json/);
      fails("claims report q1.json -f json --force -o q1.json", folder, 2, /q1\.json/);
    }));
});

/** Waits until a run hears signals: Node hears SIGINT and SIGTERM from its beginning, the program alone the hangup. */
async function hearsHangup(pid: number): Promise<void> {
  const caught = () => /^SigCgt:\s*([0-9a-f]+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
  while ((BigInt(`0x${caught()}`) & 1n) === 0n) await new Promise((done) => setTimeout(done, 20));
}

describe("signals", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s ends a run that waits within a second, with 130 and the file of before",
    (signal) =>
      inOwnFolder(async (folder) => {
        spawnSync("mkfifo", [join(folder, "pipe")]);
        chmodSync(join(folder, "pipe"), 0o666);
        const before = textOf(folder, "q1.json");
        for (const args of [
          ["pipe", "--force", "-o", "q1.json"],
          ["fixtures/roster.csv", "-f", "json", "--force", "-o", "pipe"],
          ["-", "--force", "-o", "q1.json"],
        ]) {
          const run = spawn(process.execPath, [PROGRAM, "compute", ...args, "-q"], {
            cwd: folder,
            stdio: ["pipe", "ignore", "ignore"],
          });
          const code = new Promise((done) => run.on("exit", (ended, by) => done(ended ?? by)));
          await hearsHangup(run.pid ?? 0);
          await new Promise((done) => setTimeout(done, 300));
          run.kill(signal);
          expect([
            args[0],
            await Promise.race([code, new Promise((done) => setTimeout(() => done("still there"), 3000))]),
          ]).toEqual([args[0], 130]);
        }
        expect(textOf(folder, "q1.json")).toBe(before);
      }),
  );
});

describe("hostile names", () => {
  it("of files and of agencies reach no terminal, no path and no option", () =>
    inOwnFolder((folder) => {
      const names = [
        "-q.csv",
        "a b'c\".csv",
        "$(touch hacked).csv",
        "\u001b[2Jx.csv",
        "x..csv",
        "Ünïcödé 王.csv",
        "new\nline.csv",
      ];
      mkdirSync(join(folder, "in"));
      names.forEach((name, index) => {
        const rows = textOf(folder, "fixtures/roster.csv").replaceAll("FL0310200", `FL031020${index}`);
        writeFileSync(join(folder, "in", name), rows);
      });
      spawnSync("chown", ["-R", "65534:65534", join(folder, "in")]);
      const { code, stderr } = bash("claims compute in --quarter FY2026-Q1 --out-dir out", folder);
      expect([code, stderr.includes("\u001b"), existsSync(join(folder, "hacked"))]).toEqual([0, false, false]);
      expect(readdirSync(join(folder, "out")).filter((name) => name.endsWith(".json"))).toHaveLength(names.length);
      const ids = ["../../x", "/etc/passwd", "CON", "a/b", "__proto__", "\u202eabc", "=1+1"];
      const header = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits";
      writeFileSync(
        join(folder, "ids.csv"),
        [header, ...ids.map((id, index) => `${id},${index},TFM,2025-09-15,60000,0`)].join("\n"),
      );
      bash("claims compute ids.csv --quarter FY2026-Q1 --out-dir ids -q", folder);
      expect(existsSync("/tmp/x_FY2026-Q1.json")).toBe(false);
      for (const name of existsSync(join(folder, "ids")) ? readdirSync(join(folder, "ids")) : [])
        expect(name).toMatch(/^[\w.-]+$/);
    }));
});
