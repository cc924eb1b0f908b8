import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** Rooms from the ground up. A module imports only from floors below its own; rooms of one floor do not import each other. */
const FLOORS = [
  ["engine"],
  ["problems"],
  ["files"],
  ["policy"],
  ["ingest"],
  ["document"],
  ["run"],
  ["verify", "amend", "whatif", "status"],
  ["report"],
  ["wizard"],
  ["cli"],
];
/** Modules in no room that every room may import, and that import none. */
const LEAVES = ["version.ts", "zod.ts"];
/** The library, on top of all rooms. */
const ROOF = "index.ts";

const SOURCE = join(import.meta.dirname, "../src");
const modules = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(SOURCE, path), "utf8") }));

/** What a module imports, or takes types from: paths under src, and names of packages. */
function importsOf({ path, text }: (typeof modules)[number]): string[] {
  const named = text.matchAll(/(?:^(?:import|export) [\w\s{},*]*\bfrom |^import |\bimport\()"([^"]+)"/gm);
  return [...named].map(([, name = ""]) => (name.startsWith(".") ? normalize(join(dirname(path), name)) : name));
}

const isOurs = (path: string): boolean => /\.(ts|json)$/.test(path);
const roomOf = (path: string): string => path.split("/")[0] ?? "";
const floorOf = (path: string): number => {
  if (LEAVES.includes(path)) return -1;
  return path === ROOF ? FLOORS.length : FLOORS.findIndex((rooms) => rooms.includes(roomOf(path)));
};
const mayImport = (from: string, to: string): boolean =>
  floorOf(to) < floorOf(from) || (roomOf(from) === roomOf(to) && !LEAVES.includes(from));

/** What is to be mended: imports that point up or sideways, and module variables that change. Nothing is added here. */
const NOT_YET: readonly string[] = [];
const notYet = (what: "imports" | "changes"): string[] => NOT_YET.filter((line) => line.split(" ")[1] === what);

describe("the rooms", () => {
  it("are those that there are", () => {
    expect(modules.filter(({ path }) => path.includes("/") && floorOf(path) < 0).map(({ path }) => path)).toEqual([]);
    const atTheTop = modules.map(({ path }) => path).filter((path) => !path.includes("/"));
    expect(atTheTop).toEqual([ROOF, ...LEAVES]);
  });

  it("import only from those below", () => {
    const upwards = modules.flatMap((module) =>
      importsOf(module)
        .filter((name) => isOurs(name) && !mayImport(module.path, name))
        .map((name) => `${module.path} imports ${name}`),
    );
    expect(upwards).toEqual(notYet("imports"));
  });

  it("the engine imports nothing but itself and decimal.js", () => {
    const engine = modules.filter(({ path }) => roomOf(path) === "engine");
    const foreign = engine.flatMap((module) => importsOf(module).map((name) => `${module.path} imports ${name}`));
    expect(foreign.filter((line) => !/ imports (engine\/.*|decimal\.js)$/.test(line))).toEqual([]);
  });

  it("every way to import is seen", () => {
    const text =
      'import "./a.ts";\nimport type { B } from "./b.ts";\nimport {\n  C,\n} from "../c.ts";\nexport * from "d";\nx = await import("./e.ts");\n';
    expect(importsOf({ path: "room/x.ts", text })).toEqual(["room/a.ts", "room/b.ts", "c.ts", "d", "room/e.ts"]);
  });
});

/** Names at the left edge of a module that are assigned anew, or whose collection is written to. */
function changedIn({ path, text }: (typeof modules)[number]): string[] {
  const variables = [...text.matchAll(/^(?:export )?let (\w+)/gm)].map(([, name = ""]) => name);
  const constants = [...text.matchAll(/^(?:export )?const (\w+)/gm)].map(([, name = ""]) => name);
  const statics = [...text.matchAll(/^ {2}(?:private )?static (?!readonly )([\w#]+)\s*[:=;?]/gm)].map(
    ([, name = ""]) => name,
  );
  const written = constants.filter((name) =>
    [
      `\\b${name}\\.(?:set|add|delete|clear|push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|write\\w*)\\(`,
      `\\b${name}(?:\\.\\w+|\\[[^\\]\\n]*\\])\\s*(?:(?:[-+*/%&|^]|\\?\\?|\\|\\||&&)?=(?![=>])|\\+\\+|--)`,
    ].some((use) => new RegExp(use).test(text)),
  );
  return [...variables, ...written, ...statics].map((name) => `${path} changes ${name}`).sort();
}

describe("modules", () => {
  it("hold nothing that changes", () => {
    expect(modules.flatMap(changedIn)).toEqual(notYet("changes"));
  });

  it("every kind of change is seen", () => {
    const text = [
      "let a = 1;",
      "export let b: number | undefined;",
      "const c = new Map();\nc.set(1, 2);",
      "const d = [];\nd[0] = 1;",
      "const e = { n: 0 };\ne.n += 1;",
      "const f = Buffer.alloc(9);\nf.writeInt8(1);",
      "class G {\n  static h = 1;\n}",
      "const fine = new Map();\nfine.get(1) === 2;\nfine.size >= 1;",
    ].join("\n");
    expect(changedIn({ path: "x.ts", text })).toEqual(
      ["a", "b", "c", "d", "e", "f", "h"].map((name) => `x.ts changes ${name}`),
    );
  });
});
