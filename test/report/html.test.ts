import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { html, Markup } from "../../src/report/claim/html/markup.ts";
import { claims, inFolder } from "../cli/run.ts";

describe("a template", () => {
  it("escapes every text, and leaves out nothing but what is nothing", () => {
    const hostile = `<b>"&'</b>\u202e`;
    expect(html`<p title="${hostile}">${hostile}${7}${null}${false}${undefined}${["<", html`<i>`]}</p>`.text).toBe(
      '<p title="&lt;b&gt;&quot;&amp;&#39;&lt;/b&gt;\\u202e">&lt;b&gt;&quot;&amp;&#39;&lt;/b&gt;\\u202e7&lt;<i></p>',
    );
    expect(html`${new Markup("<br>")}`.text).toBe("<br>");
  });
});

const HEADER =
  "agency_id,agency_name,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits,overtime_paid";
const NAMES = ["<script>alert(1)</script>", "=1+1", "Nguyễn Thị Ánh", "王小明", "محمد", "Ann 🚓", "x".repeat(200)];

const inCounty = <T>(work: (folder: string) => Promise<T>): Promise<T> =>
  inFolder((folder) => {
    const rows = NAMES.map(
      (name, index) => `FL0310200,"A ""B"" & <C>",${index + 1},${name},TFM,2025-09-15,80000,20000,21000`,
    );
    writeFileSync(join(folder, "roster.csv"), `${[HEADER, ...rows].join("\n")}\n`);
    writeFileSync(join(folder, "rates.csv"), "quarter,rate,reference\nFY2026-Q1,92.5%,ICE-7\n");
    return work(folder);
  });
const Q1 = ["compute", "roster.csv", "--quarter", "FY2026-Q1", "-q"] as const;

describe("-f html", () => {
  it("has the claim's figures, and no text in it is a tag", () =>
    inCounty(async (folder) => {
      await claims([...Q1, "-o", "q1.json", "-o", "q1.html"], folder);
      const page = readFileSync(join(folder, "q1.html"), "utf8");
      // 20,000.00 + 5,000.00 + 20,000.00 of overtime under the cap + 1,000.00, seven times.
      expect(page).toContain(
        '<p class="total">$322,000.00</p><p><strong>$175,000.00</strong> of it rests on estimates.</p>',
      );
      expect(page).toContain("<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>");
      expect(page).toContain("<bdi>A &quot;B&quot; &amp; &lt;C&gt;</bdi>");
      expect(page.match(/<script>/g)).toHaveLength(1);
      for (const name of NAMES.slice(1)) expect(page).toContain(`<bdi>${name}</bdi>`);
      expect(page).toContain(
        '<dd>80,000.00 × 1/4 = 20,000.00 <span class="why">[salary, quarter-share=equal] from annual_salary, roster line 2</span></dd>',
      );
      expect(page).toContain(
        '<td class="figure">1,000.00</td><td><bdi>$1,000.00 of overtime is over the cap</bdi></td>',
      );
      const digest = createHash("sha256")
        .update(readFileSync(join(folder, "q1.json")))
        .digest("hex");
      expect(page).toContain(`SHA-256 of the JSON of this claim: ${digest}`);
      const again = await claims(["report", "q1.json", "-f", "html"], folder);
      expect(again.stdout).toBe(page);
      const redacted = await claims([...Q1, "--redact", "-f", "html"], folder);
      expect(redacted.stdout).not.toContain("Nguyễn");
    }));

  it("loads nothing: its style and its script are the only ones that its own policy lets run", () =>
    inCounty(async (folder) => {
      const { stdout } = await claims([...Q1, "-f", "html"], folder);
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/
        .exec(stdout)?.[1]
        ?.replaceAll("&#39;", "'");
      const hashOf = (tag: string): string => {
        const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(stdout)?.[1] ?? "";
        return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
      };
      expect(policy).toBe(
        `default-src 'none'; style-src ${hashOf("style")}; script-src ${hashOf("script")}; base-uri 'none'; form-action 'none'`,
      );
      expect(stdout).not.toMatch(/ (?:src|href)="(?!#)|url\(|@import| style=| on\w+=/);
    }));

  it("is there for several agencies, by agency, an amendment and a year", () =>
    inFolder(async (folder) => {
      const several = await claims(["compute", "fixtures/multi-agency/roster.csv", "-q", "-f", "html"], folder);
      expect(several.stdout.match(/<section id="agency-\d"/g)).toHaveLength(3);
      const byAgency = await claims(
        ["compute", "fixtures/multi-agency/roster.csv", "-q", "-f", "html", "--by", "agency"],
        folder,
      );
      expect(byAgency.stdout).not.toContain("<section");
      const filed = "fixtures/filed/1.0.0";
      const amended = await claims(["amend", `${filed}/q1.json`, `${filed}/corrected.csv`, "-q", "-f", "html"], folder);
      const amendment = JSON.parse(
        (await claims(["amend", `${filed}/q1.json`, `${filed}/corrected.csv`, "-q", "-f", "json"], folder)).stdout,
      );
      expect(amended.stdout).toContain(
        `<td class="figure">${amendment.lines[0].now.replace(/\B(?=(\d{3})+\.)/g, ",")}</td>`,
      );
      const year = await claims(["compute", `${filed}/roster.csv`, "--year", "FY2026", "-q", "-f", "html"], folder);
      const totals = JSON.parse(
        (await claims(["compute", `${filed}/roster.csv`, "--year", "FY2026", "-q", "-f", "json"], folder)).stdout,
      ).totals;
      expect(year.stdout).toContain(`<p class="total">$${totals.total.replace(/\B(?=(\d{3})+\.)/g, ",")}</p>`);
    }));
});
