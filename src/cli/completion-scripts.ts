import type { CommandWords, FlagWords, Follows } from "./completion-words.ts";

type Words = readonly CommandWords[];

const single = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const names = ({ long, short }: FlagWords): string[] => (short ? [long, short] : [long]);

/** Each command's flags that take one of some words, as `command --flag` and those words. */
const valued = (commands: Words) =>
  commands.flatMap(({ name, flags }) =>
    flags.flatMap((flag) => (flag.value === null ? [] : [{ name, flag, value: flag.value }])),
  );

/** For bash 3.2 and later: what is not known is completed as a file. */
export function bashScript(commands: Words): string {
  const cases = valued(commands).map(
    ({ name, flag, value }) =>
      `    ${names(flag)
        .map((one) => `"${name} ${one}"`)
        .join("|")}) words=${single(typeof value === "string" ? "" : value.join(" "))};;`,
  );
  const others = commands.flatMap(({ name, argument, flags }) => [
    `    "${name} -"*) words=${single(flags.map(({ long }) => long).join(" "))};;`,
    ...(typeof argument === "string" ? [] : [`    "${name} "*) words=${single(argument.join(" "))};;`]),
  ]);
  return `# claims completion for bash: source <(claims completion bash)
_claims() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="" before="" words="" at=$((COMP_CWORD - 1))
  if [[ $cur == "=" ]]; then cur=""; before="\${COMP_WORDS[at]}="; at=$((at - 1))
  elif [[ \${COMP_WORDS[at]} == "=" ]]; then before="\${COMP_WORDS[at - 1]}="; at=$((at - 2)); fi
  prev="\${COMP_WORDS[at]}"
  if [[ $before == --* ]]; then prev="\${before%=}"; before=""; fi
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W ${single(commands.map(({ name }) => name).join(" "))} -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]} $prev" in
${cases.join("\n")}
    *) case "\${COMP_WORDS[1]} $cur" in
${others.join("\n")}
    esac;;
  esac
  local word
  for word in $(compgen -W "$words" -- "$before$cur"); do COMPREPLY+=("\${word#"$before"}"); done
}
complete -o default -F _claims claims
`;
}

const described = (word: string, does: string): string => single(`${word.replaceAll(":", "\\:")}:${does}`);

const zshFollows = (value: Follows): string =>
  value === "file" ? "_files" : value === "anything" ? "_message value" : `compadd -- ${value.map(single).join(" ")}`;

/** For zsh: sourced after compinit, or as a file _claims in a folder of fpath. */
export function zshScript(commands: Words): string {
  const cases = valued(commands).map(
    ({ name, flag, value }) =>
      `    ${names(flag)
        .map((one) => `"${name} ${one}"`)
        .join("|")}) ${zshFollows(value)}; return;;`,
  );
  const others = commands.flatMap(({ name, argument, flags }) => [
    `    "${name} -"*) list=(${flags.map(({ long, does }) => described(long, does)).join(" ")}); _describe flag list;;`,
    `    "${name} "*) ${zshFollows(argument)};;`,
  ]);
  return `#compdef claims
# claims completion for zsh: source <(claims completion zsh), after compinit
_claims() {
  local -a list
  if ((CURRENT == 2)); then
    list=(${commands.map(({ name, does }) => described(name, does)).join(" ")})
    _describe command list
    return
  fi
  case "\${words[2]} \${words[CURRENT-1]}" in
${cases.join("\n")}
  esac
  case "\${words[2]} \${words[CURRENT]}" in
${others.join("\n")}
  esac
}
if [[ "\${funcstack[1]}" == _claims ]]; then _claims "$@"; else compdef _claims claims; fi
`;
}

const fishFollows = (value: Follows | null): string =>
  value === null
    ? ""
    : value === "file"
      ? " -r -F"
      : value === "anything"
        ? " -x"
        : ` -x -a ${fishText(value.join(" "))}`;
const fishText = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** For fish. */
export function fishScript(commands: Words): string {
  const lines = commands.flatMap(({ name, does, argument, flags }) => {
    const of = `complete -c claims -n '__fish_seen_subcommand_from ${name}; and test (commandline -poc)[2] = ${name}'`;
    return [
      `complete -c claims -n 'test (count (commandline -poc)) -eq 1' -f -a ${name} -d ${fishText(does)}`,
      ...(typeof argument === "string" ? [] : [`${of} -f -a ${fishText(argument.join(" "))}`]),
      ...flags.map(({ long, short, does: says, value }) => {
        const term = `-l ${long.slice(2)}${short ? ` -s ${short.slice(1)}` : ""}`;
        return `${of} ${term}${fishFollows(value)} -d ${fishText(says)}`;
      }),
    ];
  });
  return `# claims completion for fish: claims completion fish | source\n${lines.join("\n")}\n`;
}

const powershellText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const powershellList = (words: readonly string[]): string => `@(${words.map(powershellText).join(", ")})`;

/** For PowerShell 5 and later; what is not known is completed as a file. */
export function powershellScript(commands: Words): string {
  const values = valued(commands).flatMap(({ name, flag, value }) =>
    typeof value === "string"
      ? []
      : names(flag).map((one) => `    ${powershellText(`${name} ${one}`)} = ${powershellList(value)}`),
  );
  const flags = commands.map(
    ({ name, flags: own }) => `    ${powershellText(name)} = ${powershellList(own.map(({ long }) => long))}`,
  );
  const args = commands.flatMap(({ name, argument }) =>
    typeof argument === "string" ? [] : [`    ${powershellText(name)} = ${powershellList(argument)}`],
  );
  return `# claims completion for PowerShell: claims completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName claims -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = ${powershellList(commands.map(({ name }) => name))}
  $values = @{
${values.join("\n")}
  }
  $flags = @{
${flags.join("\n")}
  }
  $arguments = @{
${args.join("\n")}
  }
  $typed = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  if ($wordToComplete -ne '') { $typed = @($typed | Select-Object -SkipLast 1) }
  $words = if ($typed.Count -le 1) { $commands }
    elseif ($values.ContainsKey("$($typed[1]) $($typed[-1])")) { $values["$($typed[1]) $($typed[-1])"] }
    elseif ($wordToComplete.StartsWith('-')) { $flags[$typed[1]] }
    else { $arguments[$typed[1]] }
  $words | Where-Object { $_ -and $_.StartsWith($wordToComplete) } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}
