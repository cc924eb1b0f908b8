import { describe, expect, it } from "vitest";
import { cellIn, columnIndex, columnsOfField, headerMap, plainHeader } from "../../../src/ingest/table/columns.ts";
import { columnsOf, type Opening, opened } from "./said.ts";

const ROSTER = "agency_id,officer_id,program_model,trained_on,annual_salary,annual_benefits";
const PAYROLL = "agency_id,officer_id,quarter,overtime_paid";

const saidOf = (role: Parameters<typeof columnsOf>[0], header: string, opening?: Opening): string[] =>
  columnsOf(role, header, opening).said;

/** Where a column stands, or -1. */
const indexOf = (header: string, column: string, opening?: Opening): number =>
  columnsOf("roster", header, opening).places?.[column]?.index ?? Number.NaN;

describe("a header without case, spaces, marks and brackets", () => {
  it.each([
    ["Annual Salary", "annualsalary"],
    ["ANNUAL_SALARY: ", "annualsalary"],
    ["Salary (annual)", "salary"],
    ["Salary (USD) *", "salary"],
    ["Salary (base) * [USD]", "salary"],
    ["Salary ()", "salary"],
    ["Salary (", "salary"],
    ["(Salary)", "salary"],
    ["(Salary) (USD)", "salary"],
    ["Salary (per month)", "salarypermonth"],
    ["Salary (hourly) (base)", "salaryhourly"],
    ["Salary (base) (hourly)", "salarybasehourly"],
    ["Benefits (employee)", "benefitsemployee"],
    ["Benefits (employer)", "benefits"],
    ["Overtime (hrs):", "overtimehrs"],
    [`A_${"x".repeat(198)}`, `a${"x".repeat(198)}`],
    [`A_${"x".repeat(199)}`, `A_${"x".repeat(199)}`],
  ])("%j is %s", (header, plain) => expect(plainHeader(header)).toBe(plain));
});

describe("the column that a header is", () => {
  it.each([
    ["by its name", "OFFICER ID", true],
    ["by a synonym", "Badge", true],
    ["by a number sign for no", "Emp #", true],
    ["by one with marks behind it", "Emp #:", true],
    ["not with the sign in front", "# Emp", false],
    ["not with more behind it", "Emp # 1", false],
    ["not for a sign alone", "#", false],
  ])("%s", (_, header, isId) => {
    const { places } = columnsOf("roster", ROSTER.replace("officer_id", header));
    expect(places?.officer_id?.index).toBe(isId ? 1 : undefined);
  });

  it("OT is overtime paid in a roster; in payroll it may be hours", () => {
    expect(saidOf("roster", `${ROSTER},OT`)).toEqual([]);
    expect(indexOf(`${ROSTER},OT`, "overtime_paid")).toBe(6);
    expect(saidOf("payroll", "agency_id,officer_id,quarter,OT")).toEqual([
      "notice 1 unknown-columns: ignored a column of no known name: OT",
    ]);
  });

  it("by --map, and then no other header is it", () => {
    const map = { annual_salary: "base  PAY" };
    expect(indexOf(`${ROSTER},Base Pay`, "annual_salary", { map })).toBe(6);
    expect(saidOf("roster", `${ROSTER},Base Pay`, { map })).toEqual([
      "notice 1 unknown-columns: ignored a column of no known name: annual_salary",
    ]);
  });

  it("as without --map in a table that does not have the header of the map", () => {
    const map = { annual_salary: "base pay" };
    expect(indexOf(ROSTER, "annual_salary", { map })).toBe(4);
    expect(saidOf("roster", ROSTER, { map })).toEqual([]);
  });

  it("none where --map says that the header is a column that only another file has, or is a synonym", () => {
    const [hours, pay] = [{ map: { overtime_hours: "OT" } }, { map: { regular_pay: "OT" } }];
    expect(indexOf(`${ROSTER},OT`, "overtime_paid", hours)).toBe(-1);
    expect(indexOf(`${ROSTER},OT`, "salary_paid", pay)).toBe(-1);
    const ignored = [
      `notice 1 unknown-columns: ignored a column of no known name: OT -> did you mean overtime_paid by "OT"?`,
    ];
    expect([saidOf("roster", `${ROSTER},OT`, hours), saidOf("roster", `${ROSTER},OT`, pay)]).toEqual([
      ignored,
      ignored,
    ]);
  });

  it("where its index is asked for alone", () => {
    const { table } = opened("roster", `${ROSTER},OT,Base Pay\n`);
    if (!table) throw new Error("no table");
    const indexes = ["overtime_paid", "annual_salary", "end_date"].map((one) => columnIndex(table, one, new Map()));
    expect(indexes).toEqual([6, 4, -1]);
    expect(columnIndex(table, "annual_salary", headerMap({ annual_salary: "Base pay" }))).toBe(7);
  });
});

describe("several headers of one column", () => {
  const withIds = (ids: string): string => ROSTER.replace("officer_id", ids);
  const second = (header: string, column: string, first: string): string =>
    `"${header}" is a second header for ${column}; the first is "${first}" -> delete or rename one of them, or say which with --map ${column}=HEADER`;

  it.each([
    ["badge,employee_id", 2, '"employee_id", not from "badge"'],
    ["employee_id,badge,File Number", 1, '"employee_id", not from "badge", "File Number"'],
    ["badge,officer_id,employee_id", 2, '"officer_id", not from "badge", "employee_id"'],
  ])("of an id the surest is taken: %s", (ids, index, taken) => {
    expect(indexOf(withIds(ids), "officer_id")).toBe(index);
    expect(saidOf("roster", withIds(ids))).toEqual([
      `notice 1 header-chosen: officer_id is taken from ${taken} -> --map officer_id=HEADER takes another`,
    ]);
  });

  it("of a name too", () => {
    expect(saidOf("roster", `${ROSTER},Deputy,Employee Name`)).toEqual([
      'notice 1 header-chosen: officer_name is taken from "Employee Name", not from "Deputy" -> --map officer_name=HEADER takes another',
    ]);
  });

  it("none is taken of an id whose headers are the same", () => {
    expect(columnsOf("roster", withIds("badge,Badge"))).toEqual({
      places: undefined,
      said: [`error 1:3 duplicate-column: ${second("Badge", "officer_id", "badge")}`],
    });
    expect(saidOf("roster", withIds("emp_id,Emp ID,badge_no"))).toEqual([
      `error 1:3 duplicate-column: ${second("Emp ID", "officer_id", "emp_id")}`,
      `error 1:4 duplicate-column: ${second("badge_no", "officer_id", "emp_id")}`,
    ]);
  });

  it("none is taken of an amount; each after the first is an error", () => {
    expect(columnsOf("roster", `${ROSTER},base_salary,Salary`)).toEqual({
      places: undefined,
      said: [
        `error 1:7 duplicate-column: ${second("base_salary", "annual_salary", "annual_salary")}`,
        `error 1:8 duplicate-column: ${second("Salary", "annual_salary", "annual_salary")}`,
      ],
    });
  });

  it("nor of an amount that --map names, if another header is mapped to it too", () => {
    const said = saidOf("roster", `${ROSTER},Base Pay,base_pay`, { map: { annual_salary: "base pay" } });
    expect(said[0]).toBe(`error 1:8 duplicate-column: ${second("base_pay", "annual_salary", "Base Pay")}`);
  });

  it("of a kind the surest is taken without a word: ICE's list has the agency's own type beside the model's", () => {
    const { places, said } = columnsOf("agreements", "agency_id,type,support_type,signed");
    expect([places?.program_model?.index, said]).toEqual([2, []]);
  });
});

describe("a name in two parts", () => {
  it("is both, in that order", () => {
    const { places, said } = columnsOf("roster", `First Name,${ROSTER},LAST_NAME`);
    expect([places?.officer_name, said]).toEqual([{ name: "officer_name", index: 7, second: 0 }, []]);
  });

  it("is none where one part is missing", () => {
    const { places, said } = columnsOf("roster", `${ROSTER},Last Name`);
    expect(places?.officer_name).toEqual({ name: "officer_name", index: -1 });
    expect(said).toEqual(["notice 1 unknown-columns: ignored a column of no known name: Last Name"]);
  });

  it("is not read where the name stands whole, nor said to be unknown", () => {
    const { places, said } = columnsOf("roster", `${ROSTER},Last Name,First Name,Deputy`);
    expect([places?.officer_name, said]).toEqual([{ name: "officer_name", index: 8 }, []]);
  });

  it.each([
    [["Ruiz", "Ana"], "Ruiz, Ana"],
    [[" Ruiz ", ""], "Ruiz"],
    [["", "Ana"], "Ana"],
    [["Ruiz"], "Ruiz"],
    [[], ""],
  ])("%j is %j", (cells, name) => expect(cellIn({ name: "officer_name", index: 0, second: 1 }, cells)).toBe(name));

  it("in one column is as it is typed", () => {
    expect(cellIn({ name: "officer_name", index: 1 }, ["7", " Ruiz "])).toBe(" Ruiz ");
    expect(cellIn({ name: "officer_name", index: 1 }, ["7"])).toBe("");
  });
});

describe("a value for every row", () => {
  it("is that of a column that the roster lacks", () => {
    const { places, said } = columnsOf("roster", ROSTER.replace("program_model,", ""), {
      set: { program_model: "TFM" },
    });
    expect([places?.program_model, said]).toEqual([{ name: "program_model", index: -1, value: "TFM" }, []]);
  });

  it("is refused where the roster has the column, the first one too", () => {
    const refused = (column: number, name: string, header: string): string =>
      `error 1:${column} set-column-there: ${name} is given for every row, and stands in the roster too, under "${header}" -> leave out --set, or take the column out of the roster`;
    const set = { program_model: "TFM", agency_id: "FL0310200" };
    expect(columnsOf("roster", ROSTER.replace("program_model", "Model"), { set })).toEqual({
      places: undefined,
      said: [refused(1, "agency_id", "agency_id"), refused(3, "program_model", "Model")],
    });
  });
});

describe("missing columns", () => {
  const lacks = (...columns: string[]): string =>
    ROSTER.split(",")
      .filter((one) => !columns.includes(one))
      .join();

  it.each([
    [
      lacks("agency_id"),
      {},
      "column agency_id -> found: officer_id, program_model, trained_on, annual_salary, annual_benefits; for one agency give its ORI with --agency ORI",
    ],
    [
      lacks("program_model"),
      {},
      "column program_model -> found: agency_id, officer_id, trained_on, annual_salary, annual_benefits; if all officers are of one model, --set program_model=TFM",
    ],
    [
      lacks("officer_id"),
      { agency: "FL0310200" },
      "column officer_id -> found: agency_id, program_model, trained_on, annual_salary, annual_benefits",
    ],
    [
      lacks("trained_on", "annual_salary"),
      {},
      "columns trained_on and annual_salary -> found: agency_id, officer_id, program_model, annual_benefits",
    ],
    [
      lacks("trained_on", "annual_salary", "annual_benefits"),
      {},
      "columns trained_on, annual_salary and annual_benefits -> found: agency_id, officer_id, program_model",
    ],
  ])("of %s", (header, opening, text) => {
    expect(columnsOf("roster", header, opening)).toEqual({
      places: undefined,
      said: [`error 1 missing-column: the roster has no ${text}`],
    });
  });

  it("of an agency that is given is none", () => {
    expect(saidOf("roster", lacks("agency_id"), { agency: "FL0310200" })).toEqual([]);
  });

  it.each([
    ["a slip", "annual salry", "annual_salary", "'annual_salary=annual salry'"],
    ["a slip in a synonym", "base.slary", "annual_salary", "annual_salary=base.slary"],
    ["a word in it", "current salary amt", "annual_salary", "'annual_salary=current salary amt'"],
    ["a word in it, with a mark", "dept's salary", "annual_salary", "'annual_salary=dept'\\''s salary'"],
    ["40 characters", `salary ${"x".repeat(33)}`, "annual_salary", `'annual_salary=salary ${"x".repeat(33)}'`],
    ["a word of a synonym in it", "date training completed", "trained_on", "'trained_on=date training completed'"],
    ["a slip in a date's name", "trainned_on", "trained_on", "trained_on=trainned_on"],
    ["a date alone", "date of trainin", "trained_on", undefined],
    ["a date that speaks of a day", "my training date", "trained_on", "'trained_on=my training date'"],
    ["41 characters", `salary ${"x".repeat(34)}`, "annual_salary", undefined],
    ["a date for an amount", "salary date", "annual_salary", undefined],
    ["a number for an amount", "salary no", "annual_salary", undefined],
    ["a name for an amount", "salary name", "annual_salary", undefined],
    ["a place for an amount", "salary county", "annual_salary", undefined],
    ["a short word in it", "our model", "program_model", undefined],
    ["three slips", "anual_selery", "annual_salary", undefined],
  ])("may be meant by a header of no known name: %s", (_, header, column, option) => {
    const [text = ""] = saidOf("roster", `${lacks(column)},${header}`);
    expect(/did you mean .*/.exec(text)?.[0]).toBe(
      option === undefined ? undefined : `did you mean "${header}"? If so, use --map ${option}`,
    );
  });

  it("are looked for among 200 headers at most, of which blank ones are none", () => {
    const many = (n: number): string => `${lacks("annual_salary")},${"x,".repeat(n)}annual_salry`;
    expect(saidOf("roster", many(199))[0]).toContain('did you mean "annual_salry"?');
    expect(saidOf("roster", many(200))[0]).not.toContain("did you mean");
    const blank = `${lacks("annual_salary")},${",".repeat(200)}annual_salry`;
    expect(saidOf("roster", blank)[0]).toContain('did you mean "annual_salry"?');
  });

  it("of a header of many columns are said with the first 30", () => {
    const header = Array.from({ length: 32 }, (_, i) => `c${i}`);
    const found = (n: number): string | undefined =>
      saidOf("roster", header.slice(0, n).join())[0]?.split("found: ")[1];
    expect(found(30)).toBe(
      `${header.slice(0, 30).join(", ")}; for one agency give its ORI with --agency ORI; if all officers are of one model, --set program_model=TFM`,
    );
    expect(found(32)).toContain(`${header.slice(0, 30).join(", ")}, and 2 more; for one agency`);
  });

  it("show a blank header, and each as far as 40 characters", () => {
    const header = `officer_id,annual_salary, ,${"y".repeat(41)}\u0007, z `;
    expect(saidOf("roster", header)[0]).toContain(
      `found: officer_id, annual_salary, (blank), ${"y".repeat(40)}, z; for one`,
    );
  });

  it("of what may be a row of values hide names", () => {
    const row = "Ruiz Ana,7,TFM,annual_salry";
    const ways =
      "for one agency give its ORI with --agency ORI; if all officers are of one model, --set program_model=TFM";
    const all = "agency_id, officer_id, program_model, trained_on, annual_salary and annual_benefits";
    expect(saidOf("roster", row, { redact: true })).toEqual([
      `error 1 missing-column: the roster has no columns ${all} -> found: …, 7, TFM, …; ${ways}`,
      "notice 1 unknown-columns: ignored 4 columns of no known name: …, 7, TFM, …",
    ]);
    expect(saidOf("roster", row)[0]).toContain("found: Ruiz Ana, 7, TFM, annual_salry; for one");
    expect(saidOf("roster", row)[1]).toContain("of no known name: Ruiz Ana, 7, TFM, annual_salry");
    expect(saidOf("roster", row)[0]).toContain('did you mean "annual_salry"?');
    expect(saidOf("roster", `officer_id,program_model,annual_salry`, { redact: true })[0]).toContain(
      "found: officer_id, program_model, annual_salry; ",
    );
  });
});

describe("columns of no known name", () => {
  const ignored = (text: string): string => `notice 1 unknown-columns: ignored ${text}`;

  it.each([
    ["shoe size", ["a column of no known name: shoe size"]],
    ["shoe size, Hair ,", ["2 columns of no known name: shoe size, Hair"]],
    [",", []],
    ["file,line,problem", []],
    ["file,line,problem,shoe", ["a column of no known name: shoe"]],
    ["file,line,shoe", ["3 columns of no known name: file, line, shoe"]],
    ["overtimepd", ['a column of no known name: overtimepd -> did you mean overtime_paid by "overtimepd"?']],
    ["overtime_paid,overtimepd", ["a column of no known name: overtimepd"]],
    [
      "benfits_paid,strt date",
      [
        '2 columns of no known name: benfits_paid, strt date -> did you mean start_date by "strt date"? did you mean benefits_paid by "benfits_paid"?',
      ],
    ],
    ["our overtime_paid", ["a column of no known name: our overtime_paid"]],
  ])("%j", (more, texts) => expect(saidOf("roster", `${ROSTER},${more}`)).toEqual(texts.map(ignored)));

  it("are hidden only where they may be values", () => {
    expect(saidOf("roster", `${ROSTER},shoe size,Status`, { redact: true })).toEqual([
      expect.stringContaining("column-may-matter: Status: not read"),
      ignored("a column of no known name: shoe size"),
    ]);
    const [, may] = saidOf("roster", "Ruiz on leave,7,TFM", { redact: true });
    expect(may).toContain("warning 1:1 column-may-matter: …: not read");
    expect(saidOf("roster", "Ruiz on leave,7,TFM")[1]).toContain("column-may-matter: Ruiz on leave: not read");
  });

  it("are no surprise in ICE's list", () => {
    expect(saidOf("agreements", "agency_id,support_type,signed,county,shoe size")).toEqual([]);
  });

  it("are not asked about as a required column's, which is there", () => {
    expect(saidOf("roster", `${ROSTER},anual_salary`)).toEqual([ignored("a column of no known name: anual_salary")]);
  });

  it.each([
    ["Employment_Status", true],
    ["fte.pct", true],
    ["Leave", true],
    ["Pay-Basis", true],
    ["salary cents", true],
    ["Regular Pay (YTD)", true],
    ["equipment_cost (month)", true],
    ["Regular Pay YTD", false],
    ["Salary (hourly)", false],
    ["Spouse (of)", false],
    ["Regular Pay (gross) x", false],
  ])("%s of a roster may matter: %s", (header, matters) => {
    expect(saidOf("roster", `${ROSTER}, ${header} `)).toEqual([
      matters
        ? `warning 1:7 column-may-matter: ${header}: not read, and may change what can be claimed -> where it does, say so in eligible, end_date, time_share or annual_salary`
        : ignored(`a column of no known name: ${header}`),
    ]);
  });

  it("of payroll may matter where they are of another unit; a status there is none of its officers' days", () => {
    expect(saidOf("payroll", `${PAYROLL},status,salary_paid_cents,Overtime Pay (hours)`)).toEqual([
      "warning 1:6 column-may-matter: salary_paid_cents, Overtime Pay (hours): not read, and may change what can be claimed -> where it does, say so in the amounts that are read",
      ignored("a column of no known name: status"),
    ]);
  });
});

it("the columns of a field, of whatever file", () => {
  expect([columnsOfField("overtimePaid"), columnsOfField("salary"), columnsOfField("rate")]).toEqual([
    ["overtime_paid", "overtime_hours", "overtime_rate"],
    ["annual_salary"],
    ["placement_rate"],
  ]);
});
