import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const HEADER =
  "agency_id,agency_name,officer_id,officer_name,program_model,trained_on,annual_salary,annual_benefits,overtime_paid";

/** The roster of an agency, each officer of which claims 18,000.00 in a quarter: 12,000, 5,000 and 1,000 of overtime. */
export function rosterText(agency: number, officers = 2): string {
  const id = `FL${String(agency).padStart(7, "0")}`;
  const rows = Array.from(
    { length: officers },
    (_, i) => `${id},County ${agency},${i + 1},"Officer ${agency}-${i}",TFM,2025-09-15,48000,20000,1000.00`,
  );
  return `${[HEADER, ...rows].join("\n")}\n`;
}

/** Writes one roster an agency, `A0000001.csv` and so on. */
export function writeRosters(folder: string, agencies: number, officers = 2): void {
  mkdirSync(folder, { recursive: true });
  for (let agency = 1; agency <= agencies; agency++)
    writeFileSync(join(folder, `A${String(agency).padStart(7, "0")}.csv`), rosterText(agency, officers));
}
