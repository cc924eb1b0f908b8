import { FORMATS } from "../../report/claim/formats.ts";
import type { Given } from "../flags.ts";
import type { ExitCode } from "../running/exit.ts";
import { type Product, produce } from "../running/produce.ts";

/** `claims compute`: computes the claim for a quarter and prints it, or writes it. */
export async function compute(rosters: string[], given: Given): Promise<ExitCode> {
  if (given.year !== undefined) return (await import("./year.ts")).year(rosters, given, given.year);
  if (given.outDir === undefined) return produce(rosters, given, claimOf(given));
  return (await import("../out-dir/compute-into.ts")).computeInto(given.outDir, rosters, given, claimOf(given));
}

/** The claim, as the command on rosters makes it. */
export const claimOf = ({ derivations }: Given): Product => ({
  formats: FORMATS,
  detail: (by, formats) => {
    if (derivations) return "derivations";
    const summary = by === "agency" && formats.every(({ name }) => name === "csv" || name === "table");
    return summary ? "totals" : "officers";
  },
});
