import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

declare const CLAIMS_HERE: string | undefined;

const FILES = {
  regular: "400Regular/IBMPlexSans_400Regular.ttf",
  strong: "600SemiBold/IBMPlexSans_600SemiBold.ttf",
} as const;

/** The bytes of the typeface, whole: in the built program they lie beside the bundle. */
export function fontBytes(): Readonly<Record<keyof typeof FILES, Buffer>> {
  const pathOf = (name: keyof typeof FILES): string =>
    typeof CLAIMS_HERE === "string"
      ? join(dirname(CLAIMS_HERE), "fonts", FILES[name].split("/")[1] ?? "")
      : createRequire(import.meta.url).resolve(`@expo-google-fonts/ibm-plex-sans/${FILES[name]}`);
  return { regular: readFileSync(pathOf("regular")), strong: readFileSync(pathOf("strong")) };
}
