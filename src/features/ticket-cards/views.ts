import { ticketName } from "../../tickets/ticket.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain } from "../../i18n/spans.ts";
import type { NotificationCards } from "../../cards/feature-views.ts";
import type { CardNotification } from "./messages.ts";

export const cards = {
  /** Replaces a card whose channel was replaced. It has no buttons, because the new card has them. */
  cardMoved: ({ to }, { ticket, viewer }) => {
    const sentence = sayIn(viewer.locale)("message.cardMoved", { ticket: ticketName(ticket.number) });
    const channels = to.map((channel) => ({ t: "channel", channel }) as const);
    const listed = channels.flatMap((each, index) => (index === 0 ? [each] : [plain(", "), each]));
    return { summary: sentence, parts: [{ part: "text", lines: [[plain(`${sentence} `), ...listed]] }] };
  },
} satisfies NotificationCards<CardNotification["type"]>;
