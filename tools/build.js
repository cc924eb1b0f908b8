// Builds dist/: the program as one file that starts fast, the library, its types, and the licences of what is bundled.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";

const { version, dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const common = {
  bundle: true,
  platform: "node",
  target: "node20",
  metafile: true,
  logLevel: "warning",
  define: { CLAIMS_VERSION: JSON.stringify(version) },
};

/** Modules that are slow to load and seldom used: they load when something of them is first used. */
const SLOW = ["child_process", "crypto", "tty", "iconv-lite"];
const lazyModules = {
  name: "lazy-modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(node:)?(${SLOW.join("|")})$`) }, ({ path, namespace, kind }) =>
      namespace.startsWith("lazy")
        ? { path, external: true }
        : { path: path.replace("node:", ""), namespace: `lazy ${kind}` },
    );
    const whole = (path) => `new Proxy({}, { get: (_, name) => require(${JSON.stringify(path)})[name] })`;
    onLoad({ filter: /.*/, namespace: "lazy require-call" }, ({ path }) => ({
      contents: `module.exports = ${whole(path)}`,
    }));
    onLoad({ filter: /.*/, namespace: "lazy import-statement" }, ({ path }) => {
      const functions = Object.entries(createRequire(import.meta.url)(path)).filter(
        ([, it]) => typeof it === "function",
      );
      const named = functions.map(
        ([name]) => `export const ${name} = (...args) => require(${JSON.stringify(path)}).${name}(...args);`,
      );
      return { contents: [...named, `export default ${whole(path)}`].join("\n") };
    });
  },
};

/** Papaparse as it is: esbuild would wrap each of its names once more for every module that imports it. */
const asItIs = {
  name: "as-it-is",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^papaparse$/ }, ({ path, kind }) =>
      kind === "import-statement" ? { path, namespace: "as-it-is" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "as-it-is" }, ({ path }) => ({
      contents: `export default require(${JSON.stringify(path)})`,
      resolveDir: process.cwd(),
    }));
  },
};

/** What a plain compute does not need is a file of its own, so that the program itself stays small. Those are required from beside it. */
const apart = {
  name: "apart",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^inquirer$/ }, () => ({
      path: 'require("./inquirer.cjs").default',
      namespace: "apart",
    }));
    onResolve({ filter: /\/zod\.ts$/ }, () => ({ path: 'require("./zod.cjs")', namespace: "apart" }));
    onResolve({ filter: /.*/, namespace: "apart" }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: "apart" }, ({ path }) => ({ contents: `module.exports = ${path}` }));
  },
};
const bundleApart = (entry, outfile) =>
  build({
    ...common,
    entryPoints: [entry],
    outfile,
    format: "cjs",
    minify: true,
    legalComments: "none",
  });

const [program, prompts, schemas] = await Promise.all([
  build({
    ...common,
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/claims.cjs",
    format: "cjs",
    minify: true,
    lineLimit: 160,
    legalComments: "none",
    plugins: [lazyModules, asItIs, apart],
    define: { ...common.define, "import.meta.url": "undefined" },
  }),
  bundleApart(createRequire(import.meta.url).resolve("inquirer"), "dist/inquirer.cjs"),
  bundleApart("src/zod.ts", "dist/zod.cjs"),
  build({
    ...common,
    entryPoints: ["src/index.ts"],
    outfile: "dist/index.js",
    format: "esm",
    external: Object.keys(dependencies),
  }),
]);
execFileSync(process.execPath, [typescript(), "-p", "tsconfig.types.json"], { stdio: "inherit" });
await writeManPages();
writeFileSync(
  "dist/LICENCES.txt",
  licences([program, prompts, schemas].flatMap(({ metafile }) => Object.keys(metafile.inputs))),
);

async function writeManPages() {
  const { outputFiles } = await build({
    ...common,
    entryPoints: ["src/cli/man/pages.ts"],
    format: "esm",
    write: false,
  });
  const { manPages } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
  );
  rmSync("dist/man", { recursive: true, force: true });
  mkdirSync("dist/man");
  for (const [name, text] of manPages(version)) writeFileSync(join("dist/man", name), text);
}

function typescript() {
  const manifest = createRequire(import.meta.url).resolve("typescript/package.json");
  return join(dirname(manifest), JSON.parse(readFileSync(manifest, "utf8")).bin.tsc);
}

function licences(inputs) {
  const folders = new Set(
    inputs.map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean),
  );
  return [...folders].sort().map(licenceOf).join("\n");
}

function licenceOf(folder) {
  const { name, version: bundled, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license", "LICENCE", "LICENSE-MIT"].find((one) =>
    existsSync(join(folder, one)),
  );
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}`;
  return `${name} ${bundled}\n\n${text}\n\n${"-".repeat(80)}\n`;
}
