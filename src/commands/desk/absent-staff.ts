import type { Instant } from "../../sla/instant.ts";
import type { Desk } from "../../desk/desk.ts";
import { datedMomentText } from "../../i18n/moment-text.ts";
import { isOut } from "../../tickets/people.ts";

/** Returns which staff are out and until when, a sentence each: those with a deputy, and those without. */
export const absentStaff = (
  { people, timezone }: Desk,
  now: Instant,
): { readonly covered: readonly string[]; readonly alone: readonly string[] } => {
  const covered: string[] = [];
  const alone: string[] = [];
  for (const person of Object.values(people)) {
    if (!isOut(person, now)) continue;
    const out = `${person.name} is out until ${datedMomentText(person.outUntil, { locale: "en", timezone })} (${timezone})`;
    const deputy = people[person.deputy ?? ""];
    if (deputy === undefined) alone.push(`${out}, and has no deputy`);
    else if (isOut(deputy, now)) alone.push(`${out}, and so is the deputy, ${deputy.name}`);
    else covered.push(`${out}; ${deputy.name} is the deputy`);
  }
  return { covered, alone };
};
