import type { TicketFact } from "../../cards/ticket-fact.ts";
import { encodeAction } from "../../chat/action.ts";
import type { MenuItem } from "../../chat/card.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { listInText } from "../../i18n/languages.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain } from "../../i18n/spans.ts";
import type { TicketContext } from "../../i18n/viewer.ts";

/** Who hears what the requester hears. Staff add people from the card's menu. */
export const followersFact: TicketFact = {
  readers: "staff",
  label: (say) => say("fact.followers"),
  value: ({ followers }, { viewer }) =>
    followers.length === 0
      ? null
      : [
          plain(
            listInText(
              followers.map(({ name }) => oneLine(name, 80)),
              viewer.locale,
            ),
          ),
        ],
  choice: null,
};

/** The entry of the triage card's menu by which staff add a follower; null if the ticket can have none. */
export const followerItem = ({ ticket: { number, status, account }, viewer }: TicketContext): MenuItem | null =>
  status === "resolved" || account === null
    ? null
    : { action: encodeAction("follower", number), label: sayIn(viewer.locale)("button.follower") };
