import { personOf } from "../../tickets/people.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Viewer } from "../../i18n/viewer.ts";

import { sayIn } from "../../i18n/say.ts";

/**
 * Whom to turn to, and how: the account manager, where the account has one, on their number, the desk's or by mail; where there is
 * none of these, the ticket's thread. Never only a name.
 */
export const contactWords = (manager: string | null, desk: Desk, viewer: Viewer): string => {
  const say = sayIn(viewer.locale);
  const person = personOf(desk, manager);
  const way = person?.phone ?? desk.phone ?? person?.email ?? null;
  if (person === null) return way ?? say("way.contactThread");
  return way === null ? say("turn.contactInThread", { name: person.name }) : `${person.name}, ${way}`;
};
