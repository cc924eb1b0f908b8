import { closeSync } from "node:fs";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Tells that the person is gone: a signal, a terminal that is closed, an end of the input that leaves nothing to wait for. */
export class QuitWatch {
  private readonly gone = new AbortController();
  readonly signal: AbortSignal = this.gone.signal;
  private hungUp = false;
  private readonly leave = (): void => this.gone.abort();
  private readonly hangUp = (): void => {
    this.hungUp = true;
    // Readline would set the terminal back, and fail.
    process.stdin.setRawMode = () => process.stdin;
    this.leave();
  };
  private readonly ignore = (): void => {};

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.leave);
    process.on("SIGHUP", this.hangUp);
    process.on("beforeExit", this.leave);
    process.stdin.prependListener("error", this.hangUp).prependListener("end", this.hangUp);
    // A terminal that is closed cannot be told so.
    process.stderr.on("error", this.ignore);
  }

  end(): void {
    for (const signal of SIGNALS) process.off(signal, this.leave);
    process.off("SIGHUP", this.hangUp);
    process.off("beforeExit", this.leave);
    process.stdin.off("end", this.hangUp).pause();
    if (this.hungUp) for (const descriptor of [0, 1, 2]) closeQuietly(descriptor);
  }
}

/** Node aborts at its end where it cannot set back a terminal that is closed; a closed descriptor it passes over. */
function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    // It was closed already.
  }
}
