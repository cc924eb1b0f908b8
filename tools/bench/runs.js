// Runs of commands, measured side by side.
import { spawnSync } from "node:child_process";

/** Wall seconds and peak memory in MB of one run of a command. @throws Error where it fails */
function run([command, ...args]) {
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync("/usr/bin/time", ["-f", "%M", command, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} exited ${status}: ${stderr}`);
  return { seconds, megabytes: Number(stderr.trim().split("\n").at(-1)) / 1024 };
}

/**
 * The best of several rounds, the commands taking turns so that a busy moment hits all of them.
 * @param before called before each run @returns seconds and megabytes, a command each
 */
export function best(rounds, commands, before = () => {}) {
  const found = commands.map(() => ({ seconds: Number.POSITIVE_INFINITY, megabytes: 0 }));
  for (let round = 0; round < rounds; round++)
    commands.forEach((command, i) => {
      before();
      const { seconds, megabytes } = run(command);
      found[i] = { seconds: Math.min(found[i].seconds, seconds), megabytes: Math.max(found[i].megabytes, megabytes) };
    });
  return found;
}
