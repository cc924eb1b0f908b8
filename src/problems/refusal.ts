import type { ProblemCode } from "./catalogue.ts";

/** Why a cell is refused: what is wrong, said after the column and its text, and what would be right. */
export class Refusal {
  readonly code: ProblemCode;
  readonly says: string;
  readonly remedy: string;

  constructor(code: ProblemCode, says: string, remedy: string) {
    this.code = code;
    this.says = says;
    this.remedy = remedy;
  }
}
