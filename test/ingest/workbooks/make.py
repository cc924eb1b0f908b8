# Makes the workbooks of this folder: openpyxl, then LibreOffice (soffice --convert-to xlsx) of officers.xlsx as officers-libreoffice.xlsx.
import datetime
import subprocess

import openpyxl

HEADER = ["agency_id", "officer_id", "officer_name", "program_model", "trained_on", "annual_salary", "annual_benefits", "time_share"]
RUIZ = ["FL0310200", 1042, "Ruiz, Ana", "TFM", datetime.date(2025, 9, 15), 85000.37, 23000.11, 1]
HALE = ["FL0310200", "01043", "Hale,\nMarcus", "TFM", "2025-11-01", 64250, 17300, 0.925]


def workbook(name, rows, change=lambda book, sheet: None, title="Officers"):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    change(book, sheet)
    book.save(name)


def officers(book, sheet):
    sheet["B3"].number_format = "000000"
    for cell in ("H3", "H4"):
        sheet[cell].number_format = "0.0%"
    hidden = book.create_sheet("Secret", 0)
    hidden.append(["nothing"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Other").append(["something else"])


def unseen(book, sheet):
    sheet.row_dimensions[3].hidden = True
    sheet.merge_cells("A4:C4")


def epoch(book, sheet):
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet["E2"] = datetime.date(2025, 9, 15)


def hours(book, sheet):
    sheet["C2"].number_format = "[h]:mm"


workbook("officers.xlsx", [["Palmetto Bay, 287(g) roster"], HEADER, RUIZ, HALE], officers)
subprocess.run(["soffice", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", "made", "officers.xlsx"], check=True)
subprocess.run("mv made/officers.xlsx officers-libreoffice.xlsx && rmdir made", shell=True, check=True)
workbook("formula.xlsx", [HEADER, RUIZ[:5] + ["=40.87*2080", 23000.11, "100%"]])
workbook("error.xlsx", [HEADER, RUIZ[:1] + ["#N/A"] + RUIZ[2:7] + ["100%"]])
workbook("unseen.xlsx", [HEADER, RUIZ[:7] + ["100%"], HALE[:7] + ["50%"], ["a note over three cells"]], unseen)
workbook("from-1904.xlsx", [HEADER, RUIZ[:4] + [None] + RUIZ[5:7] + ["100%"]], epoch)
workbook("payroll.xlsx", [["officer_id", "quarter", "overtime_hours", "overtime_rate"], ["1042", "FY2026-Q1", 1.5, 61.3]], hours)

# SheetJS 0.18.5 (in a folder where it is installed): texts in the cells and dates as serials, which it does unless told otherwise; then with its
# table of shared texts and with dates as ISO texts. A made table has no style but the number formats.
SHEETJS = """
const XLSX = require("xlsx");
const make = (name, options) => {
  const header = %s;
  const ruiz = ["FL0310200", 1042, "Ruiz, Ana", "TFM", new Date(2025, 8, 15), 85000.37, 23000.11, 1];
  const hale = ["FL0310200", "01043", "Hale,\\nMarcus", "TFM", "2025-11-01", 64250, 17300, 0.925];
  const sheet = XLSX.utils.aoa_to_sheet([["Palmetto Bay, 287(g) roster"], header, ruiz, hale], options);
  sheet.B3.z = "000000";
  sheet.H3.z = sheet.H4.z = "0.0%%";
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "Officers");
  XLSX.writeFile(book, name, options);
};
const book = XLSX.utils.book_new();
const add = (name, ...cells) => XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([%s.slice(0, 7), cells]), name);
add("Palmetto Bay", "FL0310200", "1042", "Ruiz, Ana", "TFM", "2025-09-15", 85000.37, 23000.11);
add("Pine Hollow", "GA0480300", "7", "Poe, Lee", "JEM", "2025-09-15", 60000, 10000);
XLSX.writeFile(book, "two-agencies.xlsx", { compression: true });
make("officers-sheetjs.xlsx", { cellDates: false, bookSST: false });
make("officers-sheetjs-dates.xlsx", { cellDates: true, bookSST: true, compression: true });
"""
subprocess.run(["node", "-e", SHEETJS % (HEADER, HEADER)], check=True)
