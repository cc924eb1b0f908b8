import type { Day, Quarter } from "../values/calendar.ts";

/** Rule programme-start (DHS-2025-09-02): nothing before the programme's first day is reimbursable. @returns the later day */
export const notBeforeProgramme = (day: Day, programmeStart: Day): Day => (day > programmeStart ? day : programmeStart);

/** Whether a day of the quarter is reimbursable; one that ends before the programme begins cannot be claimed. */
export const isOfProgramme = ({ end }: Pick<Quarter, "end">, programmeStart: Day): boolean => end >= programmeStart;
