import { textOf } from "./bytes.ts";
import { delimiterOf, newlineOf, type Role, readRows, type Table } from "./csv.ts";
import { type Problems, Refusal } from "./problems.ts";

/** Opens the bytes of a CSV file as a table. Reports what keeps it from being one and returns undefined then. */
export function openTable(role: Role, name: string, bytes: Buffer, problems: Problems): Table | undefined {
  const text = textOf(bytes);
  if (text instanceof Refusal) {
    problems.error({ code: text.code, where: name, message: `the ${role} ${text.says}`, remedy: text.remedy });
    return undefined;
  }
  const newline = newlineOf(text);
  const delimiter = delimiterOf(firstLine(text));
  let header: string[] | undefined;
  let headerLine = 0;
  readRows(text, delimiter, newline, ({ cells, line }) => {
    header = [...cells];
    headerLine = line;
    return false;
  });
  if (header) return { role, name, bytes, text, delimiter, newline, header, headerLine };
  problems.error({
    code: "empty-file",
    where: name,
    message: `the ${role} is empty`,
    remedy: "the first row names the columns; the rows below it hold the values",
  });
  return undefined;
}

function firstLine(text: string): string {
  const start = text.search(/[^\s]/);
  const end = text.slice(start).search(/[\r\n]/);
  return end < 0 ? text.slice(start) : text.slice(start, start + end);
}
