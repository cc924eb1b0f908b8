import type { CellStyle } from "hucre/xlsx";

/** A face that every office program has, or one of the same widths. */
export const FONT = { name: "Arial", size: 10 } as const;

const rgb = (hex: string) => ({ rgb: hex });
const fill = (hex: string): Pick<CellStyle, "fill"> => ({
  fill: { type: "pattern", pattern: "solid", fgColor: rgb(hex) },
});
/** A font with a face of its own: without one, programs take any. */
const font = (more: CellStyle["font"] = {}): Pick<CellStyle, "font"> => ({ font: { ...FONT, ...more } });
const INPUT = { ...font({ color: rgb("0000FF") }), alignment: { vertical: "top" as const } };
/** What a prior claim or the program stands for: it cannot be followed in this workbook. */
const GIVEN = { ...font({ color: rgb("7B3F00") }), ...fill("FFF6DD"), alignment: { vertical: "top" as const } };
const SUM = {
  ...font({ bold: true }),
  border: { top: { style: "thin" as const, color: rgb("44546A") } },
};
const AMOUNT = '#,##0.00;[Red]"−"#,##0.00';
const DOLLARS = '"$"#,##0.00;[Red]"−$"#,##0.00';
const PAY = "#,##0.00##";
const WRAP = { alignment: { wrapText: true, vertical: "top" as const, horizontal: "left" as const, indent: 1 } };
const DATE = "yyyy-mm-dd";
const HIGH = { alignment: { vertical: "top" as const } };
const TOP = { alignment: { vertical: "top" as const, horizontal: "left" as const, indent: 1 } };

const named = <Name extends string>(styles: Record<Name, CellStyle>): Readonly<Record<Name, CellStyle>> => styles;

/** How cells look: blue was typed, black is a formula, brown on yellow is a value with a note. */
export const STYLES = named({
  title: { ...font({ bold: true, size: 16 }) },
  subtitle: { ...font({ size: 11, color: rgb("44546A") }) },
  section: { ...font({ bold: true, size: 12 }), border: { bottom: { style: "thin", color: rgb("44546A") } } },
  headerLeft: {
    ...font({ bold: true, color: rgb("FFFFFF") }),
    ...fill("1F3864"),
    alignment: { wrapText: true, vertical: "center", horizontal: "left", indent: 1 },
  },
  label: { ...font({ color: rgb("44546A") }), ...TOP },
  text: TOP,
  wrapped: WRAP,
  wrappedStrong: { ...font({ bold: true }), ...WRAP },
  strong: { ...font({ bold: true }), ...TOP },
  hint: { ...font({ color: rgb("595959"), italic: true, size: 9 }) },
  hintWrapped: { ...font({ color: rgb("595959"), italic: true, size: 9 }), ...WRAP },
  alarm: { ...font({ bold: true, color: rgb("FFFFFF") }), ...fill("9C0006"), ...WRAP },
  group: { ...font({ bold: true }), ...fill("D9E2F3"), alignment: { horizontal: "center" } },
  header: {
    ...font({ bold: true, color: rgb("FFFFFF") }),
    ...fill("1F3864"),
    alignment: { wrapText: true, vertical: "center", horizontal: "center" },
  },
  blank: { border: { bottom: { style: "thin", color: rgb("000000") } } },
  inputText: { ...INPUT, ...TOP },
  inputAmount: { ...INPUT, numFmt: AMOUNT },
  inputPay: { ...INPUT, numFmt: PAY },
  inputDate: { ...INPUT, numFmt: DATE },
  inputPercent: { ...INPUT, numFmt: "0.######%" },
  inputNumber: { ...INPUT, numFmt: "#,##0.######" },
  amount: { numFmt: AMOUNT, ...HIGH },
  claimed: { ...font({ bold: true }), numFmt: AMOUNT, ...HIGH },
  dollars: { numFmt: DOLLARS, ...HIGH },
  sum: { ...SUM, numFmt: AMOUNT },
  sumDollars: { ...SUM, numFmt: DOLLARS },
  sumText: SUM,
  sumCount: { ...SUM, numFmt: "#,##0" },
  unrounded: { numFmt: "#,##0.00####", ...HIGH },
  part: { numFmt: "0.00####", ...HIGH },
  count: { numFmt: "#,##0", ...HIGH },
  number: { numFmt: "#,##0.######", ...HIGH },
  date: { numFmt: DATE, ...HIGH },
  percent: { numFmt: "0.######%", ...HIGH },
  givenDollars: { ...GIVEN, numFmt: DOLLARS },
  given: { ...GIVEN, numFmt: AMOUNT },
  givenDate: { ...GIVEN, numFmt: DATE },
  givenNumber: { ...GIVEN, numFmt: "#,##0.######" },
  agrees: { ...font({ bold: true, color: rgb("006100") }), ...TOP },
});
export type StyleName = keyof typeof STYLES;
