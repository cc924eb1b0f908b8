import type { TotalsDocument } from "../document/schema.ts";
import { isZero } from "./text/amounts.ts";

/** What the estimates of a claim are part of: of the total only where no other funding comes off between them. */
export const estimatesOf = ({ other_funding }: Pick<TotalsDocument, "other_funding">): string =>
  isZero(other_funding) ? "it" : "salary and benefits";
