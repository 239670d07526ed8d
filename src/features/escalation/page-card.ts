import type { Page } from "../../tickets/routes/notification-route.ts";
import type { Card, Line } from "../../chat/card.ts";
import { callWantedCard } from "../callback/index.ts";
import { consultingCard } from "../consulting/index.ts";
import { escalationCard } from "./escalation-card.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import { triageMentions } from "../../cards/people.ts";
import { strong } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** A page as its target needs it: in full as a direct message, or as a line in triage with a mention. */
export const pageCard = ({ about, to, since }: Page, context: ViewContext): Card => {
  const people = to.how === "mention" ? triageMentions(to, context.desk, context.places) : null;
  const mention: Line | null =
    people?.length === 0 ? [strong(sayIn(context.viewer.locale)("reminder.attention"))] : people;
  switch (about) {
    case "escalation":
      return escalationCard(context, since, mention);
    case "consulting":
      return consultingCard(context, mention);
    case "call":
      return callWantedCard(context, mention);
  }
};
