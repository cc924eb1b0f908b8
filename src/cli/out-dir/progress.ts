import { grouped } from "../../report/text/amounts.ts";
import { tell } from "../running/output.ts";
import { timeText } from "./summary.ts";

const CLEAR = "\r\x1B[K";
const EVERY_SECONDS = 0.1;

/** A line on the terminal that says how far a run is; nothing elsewhere. */
export class Progress {
  private readonly total: number;
  private readonly shown: boolean;
  private readonly began = process.uptime();
  private last = 0;
  private visible = false;

  /** @param shown whether there is a terminal that wants it */
  constructor(total: number, shown: boolean) {
    this.total = total;
    this.shown = shown;
  }

  show(done: number): void {
    if (!this.shown) return;
    const now = process.uptime();
    if (now - this.last < EVERY_SECONDS) return;
    this.last = now;
    const rate = done / (this.seconds || 1);
    const left = rate > 0 ? `, ${grouped(rate.toFixed(0))} a second, ${timeText((this.total - done) / rate)} left` : "";
    tell(`${CLEAR}${grouped(String(done))} of ${grouped(String(this.total))} agencies${left}`);
    this.visible = true;
  }

  /** Takes the line away, so that something else can be said. */
  clear(): void {
    if (this.visible) tell(CLEAR);
    this.visible = false;
  }

  /** How long it has been. */
  get seconds(): number {
    return process.uptime() - this.began;
  }
}
