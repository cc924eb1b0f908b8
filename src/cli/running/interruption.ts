import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import { removeUnfinished } from "../../files/write.ts";
import type { Given } from "../flags.ts";
import { unlockFolder } from "../out-dir/lock.ts";
import { placesIn } from "../out-dir/places.ts";
import { EXIT } from "./exit.ts";
import { tell } from "./output.ts";

/** The last: the terminal is gone. Node answers to it even where it was told to pass it over. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** A person who asks sees it end at once all the same. */
const EVERY_SECONDS = 0.02;
/** How long a thread may take to stop before the run ends without waiting for it. */
const PATIENCE_MS = 750;

/**
 * Ends the run when it is asked to, wherever it waits: what is half written goes, the folder is given back, and the exit code
 * is 130. Work that does not wait lets signals in with `pause`, or is done in another thread.
 */
export class Interruption {
  private asked = false;
  private last = process.uptime();
  private folders: readonly string[] = [];
  private locked: string | undefined;
  private stop: (() => Promise<unknown>) | undefined;
  /** What is said at the end; for a run that is asked before it has begun nothing is. */
  says: () => string = () => "";
  private readonly ask = (): void => {
    if (this.asked) return;
    this.asked = true;
    if (this.stop) {
      setTimeout(() => this.leave(() => this.die()), PATIENCE_MS);
      this.stop().then(() => this.leave());
    } else this.leave();
  };

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.ask);
  }

  /** Notes where a run may leave something half written. */
  of({ output = [], rejects, outDir }: Given): void {
    const files = rejects === undefined ? output : [...output, rejects];
    this.folders = files.map(folderOf);
    this.locked = outDir;
    if (outDir !== undefined) this.says = () => "interrupted; run again to do the rest\n";
  }

  /** Notes how the thread is stopped that does the work. */
  throughThread(stop: () => Promise<unknown>): void {
    this.stop = stop;
  }

  /** Lets signals come in, now and then. */
  async pause(): Promise<void> {
    const now = process.uptime();
    if (now - this.last < EVERY_SECONDS) return;
    this.last = now;
    await new Promise((resume) => setImmediate(resume));
  }

  /** Leaves signals to whoever follows. */
  end(): void {
    for (const signal of SIGNALS) process.off(signal, this.ask);
  }

  /** Takes away what is half written, and gives the folder back. */
  clearUp(): void {
    const places = this.locked === undefined ? this.folders : [...this.folders, ...placesIn(this.locked)];
    for (const folder of places) removeUnfinished(folder, (pid) => pid === process.pid);
    if (this.locked !== undefined) unlockFolder(this.locked);
  }

  /** An exit would wait for a thread that does not stop. Who dies of this signal has the same exit code. */
  private die(): void {
    this.end();
    process.kill(process.pid, "SIGINT");
  }

  private leave(exit: () => void = () => process.exit(EXIT.interrupted)): void {
    this.clearUp();
    tell(this.says());
    exit();
  }
}

/** Where the file is that a path leads to. */
function folderOf(path: string): string {
  try {
    return dirname(realpathSync(path));
  } catch {
    return dirname(path);
  }
}
