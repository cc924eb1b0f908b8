import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { claims, inFolder } from "../cli/run.ts";

const HEADER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits,other_funding";

it.each([
  ["", "27,000.12", "$27,000.12 of it rests on estimates"],
  ["27000.12", "0.00", "$27,000.12 of salary and benefits rests on estimates"],
])("says what rests on estimates of, where other funding is %j", async (funding, total, says) => {
  await inFolder(async (folder) => {
    writeFileSync(
      join(folder, "roster.csv"),
      `${HEADER}\nFL0310200,1042,TFM,2025-09-15,85000.37,23000.11,${funding}\n`,
    );
    const args = ["compute", "roster.csv", "--quarter", "FY2026-Q1", "-q"];
    const table = await claims([...args, "--width", "200"], folder);
    const markdown = await claims([...args, "-f", "markdown"], folder);
    const page = await claims([...args, "-f", "html"], folder);
    expect(table.stdout).toContain(`$${total} for ${funding ? 0 : 1} of 1 officer; ${says}\n`);
    expect(markdown.stdout).toContain(`${says}.`);
    expect(page.stdout).toContain(
      `<p class="total">$${total}</p><p><strong>$27,000.12</strong>${says.slice("$27,000.12".length)}.</p>`,
    );
  });
});
