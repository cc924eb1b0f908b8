import { fileOf, Problems } from "../../problems/problems.ts";
import { listed, moreText, NO_FILE } from "../../report/problems.ts";
import type { Given } from "../flags.ts";
import { listingText, sayOnStderr } from "../running/messages.ts";
import { toStderr } from "../running/output.ts";
import type { Screen } from "../running/screen.ts";

/** Says what a run has to say as it goes along, so that it need not be kept; with -f json as one document at the end. */
export class Speaker {
  readonly isTerminal: boolean;
  private readonly given: Given;
  private readonly screen: Screen;
  private readonly kept = new Problems();
  private readonly files: string[] = [];
  /** Of what concerns no file, which an agency each may add to, so much was said, and so much only counted. */
  private said = 0;
  private more = 0;

  constructor(given: Given, screen: Screen) {
    this.given = given;
    this.screen = screen;
    this.isTerminal = screen.errTerminal;
  }

  private get atTheEnd(): boolean {
    return this.given.format === "json";
  }

  say(problems: Problems, files: readonly string[]): void {
    if (problems.all.length === 0) return;
    if (this.atTheEnd) {
      // Of a roster that was read its name is enough, and its text need not be kept.
      for (const problem of problems.all) this.kept.add({ ...problem, where: fileOf(problem) });
      this.files.push(...files);
      return;
    }
    const { shown, more } = listed(problems, files, this.given.quiet, this.said);
    this.said += shown.filter(({ where }) => where === null).length;
    for (const { file, count } of more) if (file === NO_FILE) this.more += count;
    const listing = { shown, more: more.filter(({ file }) => file !== NO_FILE) };
    const { err: style, errColumns: columns } = this.screen;
    toStderr(listingText(listing, problems, files, this.given, { style, columns }));
  }

  /** Says how much was only counted. */
  sayMore(): void {
    if (this.more > 0) toStderr(moreText(NO_FILE, this.more));
    this.more = 0;
  }

  /** Says a text that is for people only. */
  note(text: string): void {
    if (!this.atTheEnd) toStderr(text);
  }

  end(): void {
    this.sayMore();
    if (this.atTheEnd) sayOnStderr(this.kept, this.files, this.given, this.screen);
  }
}
