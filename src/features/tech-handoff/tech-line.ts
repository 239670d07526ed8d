import type { Line } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { TechWork } from "../../tickets/ticket.ts";
import { moment, plain } from "../../i18n/spans.ts";
import { nameOf } from "../../i18n/directory.ts";
import type { Say } from "../../i18n/say.ts";

/** How it stands with the technical team. For staff. */
export const techLine = ({ at, takenBy, end }: TechWork, desk: Desk, say: Say): Line => {
  if (end !== null) return [plain(say(`tech.${end.how}`)), moment(end.at)];
  return takenBy === null
    ? [plain(say("tech.asked")), moment(at)]
    : [plain(say("tech.taken", { name: nameOf(desk, takenBy) })), moment(at)];
};
