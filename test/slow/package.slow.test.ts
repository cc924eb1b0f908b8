import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
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
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = new URL("../..", import.meta.url).pathname;
const { version, dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

let folder = "";
let packed: Packed;
const npm = (args: readonly string[], cwd: string): string =>
  execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** The hash of every file of a folder. */
const hashes = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => `${createHash("sha256").update(readFileSync(file)).digest("hex")} ${file.slice(path.length)}`)
    .sort();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "claims-package-"));
  packed = JSON.parse(npm(["pack", "--json", "--pack-destination", folder], ROOT))[0];
  mkdirSync(join(folder, "empty"));
  writeFileSync(join(folder, "empty/package.json"), "{}");
  npm(["install", "--ignore-scripts", "--no-audit", "--no-fund", join(folder, packed.filename)], join(folder, "empty"));
});
afterAll(() => {
  chmodSync(join(folder, "empty"), 0o755);
  rmSync(folder, { recursive: true, force: true });
});

describe("the package", () => {
  it("is under 2 MB but for fonts, without maps, compiled forms, tests or sources", () => {
    const paths = packed.files.map(({ path }) => path);
    expect(
      paths.filter(
        (path) =>
          !/^(bin|dist|docs|fixtures)\/|^(package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md)$/.test(path),
      ),
    ).toEqual([]);
    expect(paths.filter((path) => /\.(map|cache|snap|test\.\w+)$/.test(path))).toEqual([]);
    const fonts = packed.files.filter(({ path }) => path.endsWith(".ttf")).reduce((sum, { size }) => sum + size, 0);
    expect(packed.size - fonts).toBeLessThan(2_000_000);
  });

  it("is installed for everybody without a word but what was added: it has nothing to run, nor has anything in it", () => {
    const args = ["install", "--global", "--prefix", join(folder, "global"), join(folder, packed.filename)];
    const { status, stdout, stderr } = spawnSync("npm", args, { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.trim()).toMatch(/^added \d+ packages in \d+m?s$/);
    const { scripts } = JSON.parse(readFileSync(join(folder, "empty/node_modules/claims/package.json"), "utf8"));
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name))).toEqual([]);
  });

  it("names all that it is made of", () => {
    const path = join(folder, "empty/node_modules/claims/dist/sbom.cdx.json");
    const { components, metadata } = JSON.parse(readFileSync(path, "utf8"));
    expect([metadata.component.name, metadata.component.version]).toEqual(["claims", version]);
    const named = components.map((one: { name: string; version: string }) => `${one.name}@${one.version}`);
    for (const [name, pinned] of Object.entries(dependencies)) expect(named).toContain(`${name}@${pinned}`);
  });

  it("runs in an empty folder without write access, installed without scripts", () => {
    chmodSync(join(folder, "empty"), 0o555);
    chmodSync(folder, 0o755);
    const program = join(folder, "empty/node_modules/claims/bin/claims.js");
    const roster = "node_modules/claims/fixtures/roster.csv";
    const asNobody = { cwd: join(folder, "empty"), encoding: "utf8", uid: 65534, gid: 65534, env: {} } as const;
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, "compute", roster, "-q"], asNobody);
    expect([status, stdout.includes("407,993.55")], stderr).toEqual([0, true]);
    const written = spawnSync(process.execPath, [program, "compute", roster, "-q", "-o", "q1.json"], asNobody);
    expect([written.status, written.stderr.split("\n").at(-2)]).toEqual([
      1,
      "claims: error: cannot write q1.json: permission denied",
    ]);
  });

  it("has the same bytes when it is built again elsewhere", () => {
    const elsewhere = join(folder, "elsewhere");
    for (const part of ["src", "tools", "package.json", "package-lock.json", "tsconfig.json", "tsconfig.types.json"])
      cpSync(join(ROOT, part), join(elsewhere, part), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(elsewhere, "node_modules"));
    npm(["run", "--silent", "prepack"], elsewhere);
    expect(hashes(join(elsewhere, "dist"))).toEqual(hashes(join(folder, "empty/node_modules/claims/dist")));
  });
});
