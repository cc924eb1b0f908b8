import { printable } from "../../../problems/printable.ts";

/** Markup that is safe as it stands: only `html` makes it. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: text is escaped, markup stands as it is, nothing and false are left out. */
type Part = string | number | false | null | undefined | Markup | readonly Part[];

/** A tagged template whose values cannot become tags, attributes or scripts: every text in it is escaped. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(strings.reduce((text, string, index) => text + textOf(parts[index - 1]) + string));

function textOf(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === "string") return escaped(part);
  if (typeof part === "number") return String(part);
  return Array.isArray(part) ? part.map(textOf).join("") : "";
}

const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (one) => ESCAPES[one] ?? "");

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
