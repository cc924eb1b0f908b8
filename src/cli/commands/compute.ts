import { FORMATS } from "../../report/claim/formats.ts";
import type { Given } from "../flags.ts";
import type { Action } from "../running/command.ts";
import { type Product, produce } from "../running/produce.ts";

/** `claims compute`: computes the claim for a quarter and prints it, or writes it. */
export const compute: Action = async (command) => {
  const { paths, given } = command;
  if (given.year !== undefined) return (await import("./year.ts")).year(command, given.year);
  if (given.outDir === undefined) return produce(command, claimOf(given));
  return (await import("../out-dir/compute-into.ts")).computeInto(given.outDir, paths, given, claimOf(given));
};

/** The claim, as the command on rosters makes it. */
export const claimOf = ({ derivations }: Given): Product => ({
  formats: FORMATS,
  detail: (by, formats) => {
    if (derivations) return "derivations";
    const summary = by === "agency" && formats.every(({ name }) => name === "csv" || name === "table");
    return summary ? "totals" : "officers";
  },
});
