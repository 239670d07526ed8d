import { rich } from "../../i18n/rich.ts";
import { severityLabel, severityMarkOf, tonePart } from "../../cards/ticket-heading.ts";
import type { Card, Line, CardPart } from "../../chat/card.ts";
import { ticketName, callBackOf, type Ticket } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import type { ViewContext, Viewer } from "../../i18n/viewer.ts";
import { lastMessageQuote } from "../../cards/quote.ts";
import { dotted, fact, moment, opening, plain, strong } from "../../i18n/spans.ts";
import { accountName, nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";
import { encodeAction } from "../../chat/action.ts";

/** The button that settles a request for a call. */
export const calledButton = ({ number }: Pick<Ticket, "number">, viewer: Viewer): CardPart => {
  const say = sayIn(viewer.locale);
  return {
    part: "buttons",
    label: say("fact.call"),
    buttons: [{ action: encodeAction("reportCalled", number), label: say("button.called"), style: "primary" }],
  };
};

/**
 * A customer asks for a call: number, time, subject, and a button to report it done. With `mention` it is a line in
 * triage that begins with the mention.
 */
export const callWantedCard = ({ ticket, desk, places, viewer }: ViewContext, mention: Line | null): Card => {
  const say = sayIn(viewer.locale);
  const callBack = callBackOf(ticket);
  const about = {
    ticket: ticketName(ticket.number),
    account: accountName(desk, ticket, say),
    name: nameOf(desk, callBack?.by ?? ticket.requester.name),
  };
  const number = callBack?.number ?? "–";
  const when = callBack === null || callBack.time === null ? null : oneLine(callBack.time, 100);
  const summary = say("call.summary", about);
  const end = callBack === null ? [] : [calledButton(ticket, viewer)];
  if (mention !== null) {
    const line = rich(say, "call.mention", { ...about, people: mention, number: strong(number) });
    return { summary, parts: [{ part: "text", lines: [dotted(line, when === null ? [] : [plain(when)])] }, ...end] };
  }
  const quote = lastMessageQuote(ticket, 280, viewer);
  const links = [...opening(say("button.openTriage"), places.triage), ...quote.buttons];
  return {
    summary,
    ...tonePart(ticket),
    parts: [
      { part: "heading", text: say("call.heading", { ...about, name: oneLine(about.name, 60) }) },
      { part: "text", lines: [[strong(oneLine(ticket.title, 150))]] },
      {
        part: "facts",
        facts: [
          fact(say("fact.callNumber"), strong(number)),
          ...(when === null ? [] : [fact(say("fact.callTime"), plain(when))]),
          fact(say("fact.account"), plain(about.account)),
          fact(severityLabel(ticket, say), plain(severityMarkOf(ticket, say))),
          ...(callBack === null ? [] : [fact(say("fact.call"), moment(callBack.at))]),
        ],
      },
      ...quote.parts,
      ...end,
      ...(links.length === 0 ? [] : [{ part: "buttons", label: say("button.actions"), buttons: links } as const]),
    ],
  };
};
