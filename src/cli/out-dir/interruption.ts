/** Someone asked the run to end. */
export class Interrupted extends Error {}

/** A person who asks sees it end at once all the same. */
const EVERY_SECONDS = 0.02;

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Ends a run between two files instead of at once when it is asked to end. */
export class Interruption {
  private asked = false;
  private last = process.uptime();
  private readonly ask = (): void => {
    this.asked = true;
  };

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.ask);
  }

  /** Lets signals come in, now and then. @throws Interrupted */
  async pause(): Promise<void> {
    const now = process.uptime();
    if (now - this.last < EVERY_SECONDS) return;
    this.last = now;
    await new Promise((resume) => setImmediate(resume));
    if (this.asked) throw new Interrupted();
  }

  end(): void {
    for (const signal of SIGNALS) process.off(signal, this.ask);
  }
}
