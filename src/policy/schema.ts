import { dayFromText } from "../engine/values/calendar.ts";
import { mapped, PARAMETERS, READINGS } from "../engine/values/ids.ts";
import * as z from "../zod.ts";

const date = z.iso.date();
/** A day that is reckoned with. */
const day = z.iso
  .date({ abort: true })
  .refine((text) => dayFromText(text) !== undefined, "a day from 1900-01-01 to 2199-12-31");
const money = z.string().regex(/^\d+\.\d\d$/, "an amount with two decimals, as text");
const percent = z.string().regex(/^\d+(\.\d+)?$/, "a percentage as text, such as 25");

const dated = <T extends z.ZodType>(value: T) =>
  z.array(z.strictObject({ from: date, value, source: z.string() })).nonempty();

const bands = z.array(z.strictObject({ from: z.int().min(0).max(100), to: z.int().min(0).max(100), award: money }));

const years = z.string().regex(/^[1-9]\d?$/, "a whole number of years, as text, such as 2");

/** The values of parameters by their kinds. */
const kinds = { date: day, percent, bands, money, years };

const reading = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.strictObject({
    question: z.string(),
    values: z.record(z.enum(values), z.string()),
    default: z
      .array(z.strictObject({ from: date, value: z.enum(values), source: z.string(), reason: z.string() }))
      .nonempty(),
  });

/** Schema claims-policy/1: a policy file. */
export const policySchema = z.strictObject({
  schema: z.literal("claims-policy/1"),
  id: z.string().min(1),
  title: z.string(),
  sources: z.record(z.string(), z.strictObject({ title: z.string(), date: z.string() })),
  parameters: z.strictObject({
    ...mapped(PARAMETERS, (kind) => dated(kinds[kind])),
    // Policies of before 1.1.0 lack it.
    "authorization-years": dated(years).optional(),
  }),
  readings: z.strictObject(mapped(READINGS, reading)),
});

/** The JSON Schema of a policy file, as text. */
export const policyJsonSchema = (): string => `${JSON.stringify(z.toJSONSchema(policySchema), null, 2)}\n`;
