import type { ClaimDocument, ClaimFigures } from "../document/schema.ts";
import type { Policy } from "../policy/policy.ts";
import type { ComparedReading } from "../whatif/readings.ts";
import type { Style } from "./text/style.ts";

/** What is rendered: the claim document, and the same as one document an agency. */
export interface Claims {
  readonly whole: ClaimDocument;
  /** The figures alone, for formats that show no more. */
  readonly figures: ClaimFigures;
  readonly each: () => Iterable<ClaimDocument>;
  /** What the readings are worth, computed where a format shows it. */
  readonly worth: () => readonly ComparedReading[];
  readonly policy: Policy;
  /** Readings and policy that are not the default, as they are said beside the outcome. */
  readonly changed: readonly string[];
}

/** How it is looked at. */
export interface View {
  readonly by: "officer" | "agency";
  /** Columns of the terminal; Infinity where there is none. */
  readonly columns: number;
  readonly style: Style;
  /** The one officer that is looked at, where one was asked for. */
  readonly officer?: string | undefined;
}

/** One output format. Rendering gives text; only the command writes. */
export interface Format {
  readonly name: string;
  /** File endings that ask for it, without the point. */
  readonly endings: readonly string[];
  readonly render: (claims: Claims, view: View) => string;
}
