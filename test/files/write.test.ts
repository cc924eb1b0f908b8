import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { putFile, UnwritableFile } from "../../src/files/write.ts";

const OLD = "the claim that was filed\n";
const LONG = "x".repeat(33_000);

let folder = "";
const path = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(path(name), "utf8");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "claims-write-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a file", () => {
  it("is written to the end under its own name alone", () => {
    expect(putFile(path("q1.json"), [LONG, Buffer.from("é")], { replace: false })).toBe("written");
    expect(text("q1.json")).toBe(`${LONG}é`);
    expect(readdirSync(folder)).toEqual(["q1.json"]);
  });

  it("that holds the same bytes is left alone", () => {
    putFile(path("q1.json"), [OLD], { replace: false });
    const before = statSync(path("q1.json")).ino;
    expect(putFile(path("q1.json"), [OLD.slice(0, 3), OLD.slice(3)], { replace: true })).toBe("unchanged");
    expect(statSync(path("q1.json")).ino).toBe(before);
  });

  it.each([
    ["longer", `${OLD}x`],
    ["shorter", OLD.slice(1)],
    ["as long", OLD.toUpperCase()],
  ])("of other bytes, %s, stands unless it may be replaced", (_, fresh) => {
    putFile(path("q1.json"), [OLD], { replace: false });
    expect(putFile(path("q1.json"), [fresh], { replace: false })).toBe("exists");
    expect(text("q1.json")).toBe(OLD);
    expect(putFile(path("q1.json"), [fresh], { replace: true })).toBe("written");
    expect([text("q1.json"), readdirSync(folder)]).toEqual([fresh, ["q1.json"]]);
  });

  it("keeps the permissions of the one that it replaces, and has those asked for where it is new", () => {
    writeFileSync(path("q1.json"), OLD);
    chmodSync(path("q1.json"), 0o640);
    putFile(path("q1.json"), [LONG], { replace: true });
    putFile(path("draft.json"), [LONG], { replace: true, mode: 0o600 });
    expect([statSync(path("q1.json")).mode & 0o777, statSync(path("draft.json")).mode & 0o777]).toEqual([0o640, 0o600]);
  });

  it("behind a link is replaced there, and the link stays", () => {
    mkdirSync(path("filed"));
    writeFileSync(path("filed/q1.json"), OLD);
    symlinkSync("filed/q1.json", path("link.json"));
    putFile(path("link.json"), [LONG], { replace: true });
    expect([text("filed/q1.json"), readlinkSync(path("link.json")), readdirSync(path("filed"))]).toEqual([
      LONG,
      "filed/q1.json",
      ["q1.json"],
    ]);
  });

  it("is not spoilt by what a killed run left beside it", () => {
    writeFileSync(path(`.claims-unfinished-${process.pid}-0`), "half");
    expect(putFile(path("q1.json"), [LONG], { replace: false })).toBe("written");
    expect(text("q1.json")).toBe(LONG);
  });
});

describe("what cannot be written", () => {
  const fails = (name: string, pieces: Iterable<string> = [LONG]): string => {
    try {
      return putFile(path(name), pieces, { replace: true });
    } catch (error) {
      expect(error).toBeInstanceOf(UnwritableFile);
      return (error as Error).message.replace(`${folder}/`, "");
    }
  };

  it.each([
    ["a folder", "filed", "cannot write filed: it is a folder"],
    ["a folder that is not there", "no/q1.json", "cannot write no/q1.json: there is no such folder"],
    ["a name too long", `${"n".repeat(300)}.json`, `cannot write ${"n".repeat(300)}.json: the name is too long`],
    ["links in a circle", "circle", "cannot write circle: its links go round in circles"],
  ])("%s is said by its name", (_, name, says) => {
    mkdirSync(path("filed"));
    symlinkSync("circle", path("circle"));
    expect(fails(name)).toBe(says);
    expect(readdirSync(folder).sort()).toEqual(["circle", "filed"]);
  });

  it("a content that fails in the middle leaves the old file", () => {
    writeFileSync(path("q1.json"), OLD);
    function* breaks(): Generator<string> {
      yield LONG;
      throw Object.assign(new Error(), { code: "EIO" });
    }
    expect(fails("q1.json", breaks())).toBe("cannot write q1.json: the disk did not take it");
    expect([text("q1.json"), readdirSync(folder)]).toEqual([OLD, ["q1.json"]]);
  });

  it("a device is written to as it is, and a full one is said", () => {
    expect(() => putFile("/dev/full", [LONG], { replace: false })).toThrow("cannot write /dev/full: the disk is full");
    expect(putFile("/dev/null", [LONG], { replace: false })).toBe("written");
  });

  const canMount =
    spawnSync("sh", ["-c", "d=$(mktemp -d) && mount -t tmpfs -o size=64k none $d && umount $d"]).status === 0;
  it.skipIf(!canMount)("a full file system leaves the old file, and nothing else", () => {
    spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "none", folder]);
    try {
      writeFileSync(path("q1.json"), OLD);
      expect(fails("q1.json", [LONG, LONG, LONG])).toBe("cannot write q1.json: the disk is full");
      expect([text("q1.json"), readdirSync(folder)]).toEqual([OLD, ["q1.json"]]);
    } finally {
      spawnSync("umount", [folder]);
    }
  });
});
