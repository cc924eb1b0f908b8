import type { Readings } from "../../../engine/values/ids.ts";

/**
 * A formula rounded to the cent, as the reading rounding says. The inner rounding takes off what binary numbers leave behind,
 * so that half a cent is one in every program.
 */
export const toCent = (dollars: string, { rounding }: Readings): string =>
  rounding === "half-up"
    ? `ROUND(ROUND(${dollars},9),2)`
    : `IF(ROUND(MOD(${dollars}*100,1),6)=0.5,ROUND(${dollars}*50,0)/50,ROUND(${dollars},2))`;

/** A formula rounded down to the cent. */
export const downToCent = (dollars: string): string => `ROUNDDOWN(ROUND(${dollars},9),2)`;
