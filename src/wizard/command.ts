import type { Draft } from "./draft.ts";

/** The words after `claims` that do what a draft says. */
export function commandOf({ agency, quarter, roster, rates, payroll, prior, map, outputs, force }: Draft): string[] {
  return [
    "compute",
    roster ?? "",
    ...flag("--quarter", quarter),
    ...(rates ? ["--rates", rates] : ["--no-rates"]),
    ...(payroll ? ["--payroll", payroll] : ["--no-payroll"]),
    ...(prior ?? []).flatMap((path) => ["--prior", path]),
    ...flag("--agency", agency),
    ...Object.entries(map ?? {}).flatMap(([column, header]) => ["--map", `${column}=${header}`]),
    ...(outputs ?? []).flatMap((path) => ["-o", path]),
    ...(force ? ["--force"] : []),
  ];
}

const flag = (name: string, value: string | undefined): string[] => (value ? [name, value] : []);
