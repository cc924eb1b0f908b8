import type { Choice } from "../asking/ask.ts";

/** The models under which officers work. */
export const MODELS: readonly Choice<string>[] = [
  { name: "TFM  task force", value: "TFM" },
  { name: "JEM  jail enforcement", value: "JEM" },
  { name: "WSO  warrant service officer", value: "WSO" },
];
