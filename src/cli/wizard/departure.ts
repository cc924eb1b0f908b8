const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Tells that the person is gone: a signal, a terminal that is closed, an end of the input that leaves nothing to wait for. */
export class Departure {
  private readonly gone = new AbortController();
  readonly signal: AbortSignal = this.gone.signal;
  private readonly leave = (): void => this.gone.abort();
  private readonly ignore = (): void => {};

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.leave);
    process.on("beforeExit", this.leave);
    process.stdin.on("error", this.leave).on("end", this.leave);
    // A terminal that is closed cannot be told so.
    process.stderr.on("error", this.ignore);
  }

  end(): void {
    for (const signal of SIGNALS) process.off(signal, this.leave);
    process.off("beforeExit", this.leave);
    process.stdin.off("error", this.leave).off("end", this.leave).pause();
  }
}
