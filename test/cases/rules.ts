import { actuals } from "./actuals.ts";
import { award } from "./award.ts";
import { awardHeadcount } from "./award-headcount.ts";
import { benefits } from "./benefits.ts";
import type { Case } from "./case.ts";
import { costBasis } from "./cost-basis.ts";
import { eligibility } from "./eligibility.ts";
import { equipment } from "./equipment.ts";
import { otherFunding } from "./other-funding.ts";
import { overtime } from "./overtime.ts";
import { overtimeCap } from "./overtime-cap.ts";
import { partialQuarter } from "./partial-quarter.ts";
import { priorClaims } from "./prior-claims.ts";
import { quarterShare } from "./quarter-share.ts";
import { rateRounding } from "./rate-rounding.ts";
import { rounding } from "./rounding.ts";
import { salary } from "./salary.ts";
import { salaryModels } from "./salary-models.ts";
import { total } from "./total.ts";
import { vehicles } from "./vehicles.ts";

/** The cases by rule or reading. */
export const RULES: Readonly<Record<string, readonly Case[]>> = {
  eligibility,
  salary,
  benefits,
  "quarter-share": quarterShare,
  "partial-quarter": partialQuarter,
  "salary-models": salaryModels,
  rounding,
  actuals,
  "cost-basis": costBasis,
  overtime,
  "overtime-cap": overtimeCap,
  "prior-claims": priorClaims,
  "other-funding": otherFunding,
  award,
  "rate-rounding": rateRounding,
  "award-headcount": awardHeadcount,
  equipment,
  vehicles,
  total,
};
