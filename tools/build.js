// Builds dist/: the program as one file that starts fast, the library, its types, man pages, and the licences of what is bundled.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const { version, dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const common = {
  bundle: true,
  platform: "node",
  target: "node20",
  metafile: true,
  logLevel: "warning",
  define: { CLAIMS_VERSION: JSON.stringify(version) },
};

/** Modules that are slow to load and seldom used: each loads when something of it is first used. */
const SLOW = /^(node:)?(child_process|crypto|tty|zlib|iconv-lite)$/;
const loadedWhenUsed = {
  name: "loaded-when-used",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: SLOW }, ({ path, namespace }) =>
      namespace === "when-used" ? { path, external: true } : { path, namespace: "when-used" },
    );
    onLoad({ filter: /.*/, namespace: "when-used" }, ({ path }) => ({
      contents: `for (const name of ${JSON.stringify(Object.keys(require(path)))})
        Object.defineProperty(exports, name, { enumerable: true, get: () => require("${path}")[name] });`,
    }));
  },
};

/** The schemas are needed only where a claim or a policy is read: a file of their own. */
const schemasApart = {
  name: "schemas-apart",
  setup: ({ onResolve }) => onResolve({ filter: /\/zod\.ts$/ }, () => ({ path: "./zod.cjs", external: true })),
};

/** What makes workbooks and pages is needed only where one is written, what reads them only where one is given. */
const workbooksApart = {
  name: "workbooks-apart",
  setup({ onResolve }) {
    onResolve({ filter: /\/xlsx\/workbook\.ts$/ }, () => ({ path: "./xlsx.cjs", external: true }));
    onResolve({ filter: /\/pdf\/document\.ts$/ }, () => ({ path: "./pdf.cjs", external: true }));
    onResolve({ filter: /\/html\/claim-page\.ts$/ }, () => ({ path: "./page.cjs", external: true }));
    onResolve({ filter: /\/text\/workbook\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./sheets.cjs", external: true } : undefined,
    );
  },
};

const program = {
  ...common,
  format: "cjs",
  minify: true,
  legalComments: "none",
  define: { ...common.define, "import.meta.url": "undefined" },
};
const bundles = await Promise.all([
  build({
    ...program,
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/claims.cjs",
    // The wizard alone asks with it.
    external: ["inquirer"],
    plugins: [loadedWhenUsed, schemasApart, workbooksApart],
  }),
  build({ ...program, entryPoints: ["src/zod.ts"], outfile: "dist/zod.cjs" }),
  build({
    ...program,
    entryPoints: ["src/report/claim/xlsx/workbook.ts"],
    outfile: "dist/xlsx.cjs",
    plugins: [loadedWhenUsed, schemasApart],
  }),
  build({
    ...program,
    entryPoints: ["src/report/claim/pdf/document.ts"],
    outfile: "dist/pdf.cjs",
    define: { ...common.define, CLAIMS_HERE: "__filename", "import.meta.url": "undefined" },
    alias: { pdfkit: require.resolve("pdfkit") },
    plugins: [loadedWhenUsed, schemasApart],
  }),
  build({
    ...program,
    entryPoints: ["src/report/claim/html/claim-page.ts"],
    outfile: "dist/page.cjs",
    plugins: [loadedWhenUsed, schemasApart],
  }),
  build({
    ...program,
    entryPoints: ["src/ingest/text/workbook.ts"],
    outfile: "dist/sheets.cjs",
    plugins: [loadedWhenUsed, schemasApart],
  }),
  build({
    ...common,
    entryPoints: ["src/index.ts"],
    outfile: "dist/index.js",
    format: "esm",
    external: Object.keys(dependencies),
  }),
]);
copyFonts();
execFileSync(process.execPath, [typescript(), "-p", "tsconfig.types.json"], { stdio: "inherit" });
await writeManPages();
writeFileSync("dist/LICENCES.txt", licences(bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs))));

async function writeManPages() {
  const pages = { ...common, entryPoints: ["src/cli/man/pages.ts"], format: "esm", write: false };
  const { outputFiles } = await build(pages);
  const { manPages } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
  );
  rmSync("dist/man", { recursive: true, force: true });
  mkdirSync("dist/man");
  for (const [name, text] of manPages(version)) writeFileSync(join("dist/man", name), text);
}

/** The typeface of the forms lies beside the bundle, whole, with its licence. */
function copyFonts() {
  const from = dirname(require.resolve("@expo-google-fonts/ibm-plex-sans/package.json"));
  mkdirSync("dist/fonts", { recursive: true });
  for (const name of [
    "400Regular/IBMPlexSans_400Regular.ttf",
    "600SemiBold/IBMPlexSans_600SemiBold.ttf",
    "LICENSE_FONT",
  ])
    copyFileSync(join(from, name), join("dist/fonts", basename(name)));
}

function typescript() {
  const manifest = require.resolve("typescript/package.json");
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
