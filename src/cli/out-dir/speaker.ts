import { fileOf, Problems } from "../../ingest/problems.ts";
import { sayOnStderr } from "../messages.ts";
import type { Given } from "../options.ts";
import { toStderr } from "../output.ts";
import type { Screen } from "../screen.ts";

/** Says what a run has to say as it goes along, so that it need not be kept; with -f json as one document at the end. */
export class Speaker {
  readonly isTerminal: boolean;
  private readonly given: Given;
  private readonly screen: Screen;
  private readonly kept = new Problems();
  private readonly files: string[] = [];

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
    } else sayOnStderr(problems, files, this.given, this.screen);
  }

  /** Says a text that is for people only. */
  note(text: string): void {
    if (!this.atTheEnd) toStderr(text);
  }

  end(): void {
    if (this.atTheEnd) sayOnStderr(this.kept, this.files, this.given, this.screen);
  }
}
