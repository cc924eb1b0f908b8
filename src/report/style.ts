import { Chalk, type ChalkInstance, supportsColor, supportsColorStderr } from "chalk";

/** How text is set off on a terminal; with level 0 the text alone. */
export type Style = ChalkInstance;

export const PLAIN: Style = new Chalk({ level: 0 });

/**
 * The style of a stream: none with --no-color, NO_COLOR or TERM=dumb, or where the stream is no terminal; FORCE_COLOR asks for it.
 */
export function styleOf(stream: "stdout" | "stderr", noColor: boolean, env: NodeJS.ProcessEnv): Style {
  if (noColor || env.NO_COLOR || (env.TERM === "dumb" && !env.FORCE_COLOR)) return PLAIN;
  const support = stream === "stdout" ? supportsColor : supportsColorStderr;
  return new Chalk({ level: support ? support.level : 0 });
}
