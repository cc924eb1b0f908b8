// Writes dist/sbom.cdx.json: what the program is made of, as CycloneDX, the same bytes for the same lock file.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const { name, version } = JSON.parse(readFileSync("package.json", "utf8"));
// With --omit dev npm leaves out what a package for development needs too.
const all = execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], { encoding: "utf8" });
const { serialNumber, metadata, components, dependencies, ...bill } = JSON.parse(all);
const { timestamp, tools, component, ...rest } = metadata;
const required = components.filter(({ scope }) => scope === "required");
const refs = new Set([component["bom-ref"], ...required.map((one) => one["bom-ref"])]);
const whole = {
  ...bill,
  metadata: { ...rest, component: { ...component, name, version, type: "application" } },
  components: required,
  dependencies: dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
};
writeFileSync("dist/sbom.cdx.json", `${JSON.stringify(whole, null, 2)}\n`);
