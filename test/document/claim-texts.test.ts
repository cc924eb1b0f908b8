import { describe, expect, it } from "vitest";
import { claimTexts, textWithHash } from "../../src/document/claim-texts.ts";

/** The claims of a text, as `line: text`. */
const claimsOf = (text: string): string[] =>
  claimTexts(Buffer.from(text)).map(({ bytes, line }) => `${line}: ${bytes.toString()}`);

describe("the claims of a file", () => {
  it.each<[string, string]>([
    ["on one line", '{"a": 1}'],
    ["on one line with its end", '{"a": 1}\n'],
    ["on one line before blank ones", '{"a": 1}\r\n \t\r\n\n'],
    ["on several lines", '{\n"a": 1}\n{"b": 2}\n'],
    ["on several lines, of which the first ends with a brace", '"a": {}\n{"b": 2}\n'],
    ["on several lines, of which the first begins with one", '{"a":\n1}\n'],
    ["of nothing", ""],
    ["of a blank line", "\n"],
    ["of blank lines", "\n \r\n"],
    ["on several lines behind a blank one", '\n{\n"a": {}}\n{"b": 2}\n'],
  ])("are one where it is %s, whole", (_, text) => {
    expect(claimsOf(text)).toEqual([`1: ${text}`]);
  });

  it.each<[string, string, string[]]>([
    ["with and without its end", '{"a": 1}\n{"b": 2}', ['1: {"a": 1}', '2: {"b": 2}']],
    ["with CRLF", '{"a": 1}\r\n{"b": 2}\r\n', ['1: {"a": 1}', '2: {"b": 2}']],
    ["with blank lines between", '{"a": 1}\n\n \r\n\u0001\n{"b": 2}\n', ['1: {"a": 1}', '5: {"b": 2}']],
    ["with blanks around the first", ' {"a": 1} \n{"b": 2}\n', ['1:  {"a": 1} ', '2: {"b": 2}']],
    ["with blank lines before", '\n \r\n{"a": 1}\n{"b": 2}\n', ['3: {"a": 1}', '4: {"b": 2}']],
    ["with a mark of UTF-8", '\uFEFF{"a": 1}\n{"b": 2}\n', ['1: \uFEFF{"a": 1}', '2: {"b": 2}']],
    ["whatever the next line is", '{"a": 1}\n!\n', ['1: {"a": 1}', "2: !"]],
    ["of three", "{}\n{}\n{}\n", ["1: {}", "2: {}", "3: {}"]],
  ])("are one a line, %s", (_, text, claims) => {
    expect(claimsOf(text)).toEqual(claims);
  });

  it("are found by what they are: the file, or a line of it", () => {
    const file = Buffer.from('{"a": 1}\n{"b": 2}\n');
    const found = (wanted: string) => textWithHash(file, (bytes) => bytes.toString() === wanted)?.toString();
    expect(found('{"a": 1}\n{"b": 2}\n')).toBe('{"a": 1}\n{"b": 2}\n');
    expect(found('{"b": 2}')).toBe('{"b": 2}');
    expect(found('{"c": 3}')).toBeUndefined();
  });
});
