/** Someone asked the run to end. */
export class Interrupted extends Error {}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Ends a run between two files instead of at once when it is asked to end. */
export class Interruption {
  private asked = false;
  private readonly ask = (): void => {
    this.asked = true;
  };

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.ask);
  }

  /** Lets signals come in. @throws Interrupted */
  async pause(): Promise<void> {
    await new Promise((resume) => setImmediate(resume));
    if (this.asked) throw new Interrupted();
  }

  end(): void {
    for (const signal of SIGNALS) process.off(signal, this.ask);
  }
}
