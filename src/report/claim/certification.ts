/** What an official who can bind the agency certifies, after 2 CFR 200.415. */
export const CERTIFICATION =
  "To the best of my knowledge and belief, what this request says is true, complete and accurate; the amounts were spent, or are owed, for the purposes of the agency's 287(g) agreement and on its terms; records that show it are kept. I know that a false statement in it, or one that leaves out what matters, can be punished under federal law.";
