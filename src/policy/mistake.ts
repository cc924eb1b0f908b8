/** What is wrong in a policy file: in which value, what, and what would be right. */
export interface Mistake {
  readonly path: readonly (string | number)[];
  readonly says: string;
  readonly remedy: string | null;
}
