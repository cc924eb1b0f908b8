import { isatty } from "node:tty";
import { getHeapStatistics } from "node:v8";
import { isMainThread, Worker } from "node:worker_threads";
import { EXIT, type ExitCode } from "./running/exit.ts";
import type { Interruption } from "./running/interruption.ts";
import { tell } from "./running/output.ts";
import type { Widths } from "./running/screen.ts";

/**
 * Runs a command line anew in a thread, while this one hears signals. @param program the file that runs it
 * @returns its exit code; undefined in such a thread
 */
export async function inThread(
  program: string,
  args: readonly string[],
  interruption: Interruption,
): Promise<ExitCode | undefined> {
  if (!isMainThread) return undefined;
  const heapMegabytes = Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20);
  const worker = new Worker(program, {
    argv: [...args],
    workerData: { stdout: widthOf(1), stderr: widthOf(2) } satisfies Widths,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  const ended = new Promise<ExitCode>((resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", (code) => resolve(code as ExitCode));
  });
  interruption.throughThread(() => worker.terminate());
  try {
    return await ended;
  } catch (error) {
    interruption.clearUp();
    if ((error as NodeJS.ErrnoException).code !== "ERR_WORKER_OUT_OF_MEMORY") throw error;
    tell(`error: the run needs more memory than the ${heapMegabytes} MB that Node takes\n  ${REMEDY}\n`);
    return EXIT.file;
  }
}

const widthOf = (descriptor: 1 | 2): number | undefined =>
  isatty(descriptor) ? process[descriptor === 1 ? "stdout" : "stderr"].columns : undefined;

const REMEDY =
  "run it on parts of the rosters, write --out-dir or -f ndjson, or give more: NODE_OPTIONS=--max-old-space-size=16000";
