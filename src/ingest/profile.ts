import { mapped, READINGS } from "../engine/values/ids.ts";
import { checkedJson, type JsonFaultAt } from "../policy/checked-json.ts";
import * as z from "../zod.ts";

const text = z.string().min(1);
const texts = <N extends string>(...names: N[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, text.optional()])) as { [Name in N]: typeof optional });
const optional = text.optional();

/** Who asks for the money, as documents name it. No bank data. */
export const profileAgency = z.strictObject({
  ...texts("id", "name", "address", "uei", "ein", "agreement_number", "agreement_signed_on").shape,
  ...texts("account_number", "remit_to").shape,
  contact: texts("name", "phone", "email").optional(),
  preparer: texts("name", "title").optional(),
  official: texts("name", "title").optional(),
});

/** Who is asked. */
export const profileBillTo = texts("agency", "office", "address");

/** Schema claims-profile/1: what an agency says once. What stands for a flag is as if typed. */
export const profileSchema = z.strictObject({
  schema: z.literal("claims-profile/1").optional(),
  agency: profileAgency.optional(),
  bill_to: profileBillTo.optional(),
  map: z.record(z.string(), text).optional(),
  set: z.record(z.string(), text).optional(),
  policy: text.optional(),
  readings: z.strictObject(mapped(READINGS, (values) => z.enum(values).optional())).optional(),
  rates: text.optional(),
  payroll: text.optional(),
  agreements: text.optional(),
  evidence: text.optional(),
  prior: z.union([z.array(text), text], "a claim or a folder of them as text, or a list of such").optional(),
});

export type Profile = z.infer<typeof profileSchema>;

/** The JSON Schema of the profile, as text. */
export const profileJsonSchema = (): string => `${JSON.stringify(z.toJSONSchema(profileSchema), null, 2)}\n`;

/** A profile from the text of its file, or every fault in it in the order of the text. */
export const readProfile = (json: string): Profile | { readonly faults: readonly JsonFaultAt[] } =>
  checkedJson(json, profileSchema, "the profile");
