import type { InboundEvent } from "../chat/inbound-event.ts";
import { assumedSeverity } from "../tickets/ticket.ts";
import { cutToUnits } from "../i18n/excerpt.ts";
import { sayIn } from "../i18n/say.ts";
import { maxTitle } from "../chat/form.ts";
import { cleanFormatted, cleanLine, hasVisibleText, titleOf } from "./clean-text.ts";
import type { RequestContext } from "./request-context.ts";
import { ifAllowed, work, type Routed } from "./routed.ts";

type Mailed = Extract<InboundEvent, { kind: "mailed" }>;

/** The subject; without one the first line of the text, or the name of a file. */
const titleFor = ({ title, text, files = [] }: Mailed, { viewer }: RequestContext): string => {
  const named = [title, text, files[0]?.name ?? ""].find(hasVisibleText);
  if (named === undefined) return sayIn(viewer.locale)("mail.noSubject");
  return named === title ? cutToUnits(cleanLine(title), maxTitle) : titleOf(named);
};

/** A mail opens a ticket as the form does, with the severity that is assumed where a customer chose none. */
export const routeMail = (inboundEvent: Mailed, context: RequestContext): Routed =>
  ifAllowed(context, "open", () => {
    const { at, channel, message, files = [], mail } = inboundEvent;
    const { actor } = context;
    const wrote = cleanFormatted(inboundEvent);
    return work({
      kind: "openByMail",
      mail,
      command: {
        type: "open",
        by: actor,
        at,
        title: titleFor(inboundEvent, context),
        description: wrote.text,
        severity: assumedSeverity,
        askedIn: channel,
        openingMessage: {
          message: { channel: message.channel, id: message.id },
          by: { user: actor.user, name: actor.name },
          ...wrote,
          at,
          files,
        },
      },
    });
  });
