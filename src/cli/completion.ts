import { COMMANDS, type CommandText, flagsOf, type Pair } from "./commands.ts";

interface Shell {
  /** What the person sources: it asks `claims complete SHELL WORD...`, and has files completed where that knows nothing. */
  readonly script: string;
  /** The words typed after the program's name, as this shell tells them, put together again. */
  readonly words?: (told: readonly string[]) => string[];
  /** A line of the answer, as the script takes it. @param cut how much of the word the shell has set apart */
  readonly line: (word: string, does: string, cut: number) => string;
}

/** The shells by their names. */
export const SHELLS: ReadonlyMap<string, Shell> = new Map(
  Object.entries<Shell>({
    // For bash 3.2 and later, which parts words at `=` and wants only what follows it.
    bash: {
      script: `# claims completion for bash: source <(claims completion bash)
_claims() {
  COMPREPLY=($(claims complete bash "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _claims claims
`,
      words: joined,
      line: (word, _, cut) => word.slice(cut),
    },
    zsh: {
      script: `#compdef claims
# claims completion for zsh: source <(claims completion zsh), after compinit
_claims() {
  local -a found
  found=("\${(@f)$(claims complete zsh "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then _describe claims found; else _files; fi
}
if [[ "\${funcstack[1]}" == _claims ]]; then _claims "$@"; else compdef _claims claims; fi
`,
      line: (word, does) => `${word.replaceAll(":", "\\:")}${does && `:${does}`}`,
    },
    fish: {
      script: `# claims completion for fish: claims completion fish | source
function __claims
  set -g __claims_found (claims complete fish (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)
  test -n "$__claims_found"
end
complete -c claims -n __claims -f -k -a '$__claims_found'
`,
      line: (word, does) => `${word}\t${does}`,
    },
    // An empty word is told as two quotes: PowerShell 5 passes none to a program.
    powershell: {
      script: `# claims completion for PowerShell: claims completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName claims -ScriptBlock {
  param($word, $line, $at)
  $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($word -eq '') { $words += "''" }
  claims complete powershell @words 2>$null | ForEach-Object {
    $found, $does = $_ -split "\`t"
    [System.Management.Automation.CompletionResult]::new($found, $found, 'ParameterValue', $does)
  }
}
`,
      words: (told) => told.map((word) => (word === "''" ? "" : word)),
      line: (word, does) => `${word}\t${does || word}`,
    },
  }),
);

/** The answer to `claims complete`: what can come next, a line each; nothing where files can. */
export function complete(name: string, told: readonly string[]): string {
  const shell = SHELLS.get(name);
  if (!shell) return "";
  const words = shell.words?.(told) ?? told;
  const last = words.at(-1) ?? "";
  const apart = told.at(-1) === "=" ? "" : (told.at(-1) ?? "");
  return nextWords(words)
    .filter(([word]) => word.startsWith(last))
    .map(([word, does]) => `${shell.line(word, does, last.length - apart.length)}\n`)
    .join("");
}

/** `--reading rate-rounding = n` is `--reading rate-rounding=n` */
function joined(told: readonly string[]): string[] {
  const words: string[] = [];
  for (const [index, part] of told.entries())
    if (part === "=" || told[index - 1] === "=") words.push(`${words.pop() ?? ""}${part}`);
    else words.push(part);
  return words;
}

const named = (words: readonly string[] = []): Pair[] => words.map((word) => [word, ""]);

/** What can follow in a command line. @param words the last is the one being typed */
function nextWords(words: readonly string[]): Pair[] {
  const [name, ...typed] = words;
  if (typed.length === 0) return COMMANDS.map((command) => [command.name, command.does]);
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) return [];
  const [last = "", before = ""] = typed.toReversed();
  const [, equated] = /^(--[\w-]+)=/.exec(last) ?? [];
  if (equated) return named(valuesOf(command, equated)?.map((word) => `${equated}=${word}`));
  const values = valuesOf(command, before);
  if (values) return named(values);
  if (last.startsWith("-"))
    return [...flagsOf(command).map((flag): Pair => [`--${flag.name}`, flag.does]), ["--help", "this help"]];
  const choices = /^[<[]([\w|]+\|[\w|]+)[>\]]/.exec(command.args)?.[1]?.split("|") ?? [];
  return typed.slice(0, -1).some((word) => choices.includes(word)) ? [] : named(choices);
}

/** The values of a flag that takes one, none where they are not known; undefined: the word is no such flag. */
function valuesOf(command: CommandText, typed: string): readonly string[] | undefined {
  const flag = flagsOf(command).find(({ name, short }) => typed === `--${name}` || typed === `-${short}`);
  return flag?.value === undefined ? undefined : (flag.words ?? []);
}
