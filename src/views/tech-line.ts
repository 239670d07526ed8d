import type { Line } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import type { TechWork } from "../domain/ticket.ts";
import { moment, plain } from "./spans.ts";
import { nameOf } from "./who.ts";
import type { Say } from "./words/say.ts";

/** How it stands with the technical team. For staff. */
export const techLine = ({ at, takenBy, end }: TechWork, desk: Desk, say: Say): Line => {
  if (end !== null) return [plain(say(`tech.${end.how}`)), moment(end.at)];
  return takenBy === null
    ? [plain(say("tech.asked")), moment(at)]
    : [plain(say("tech.taken", { name: nameOf(desk, takenBy) })), moment(at)];
};
