import { listInText } from "../../i18n/languages.ts";
import { owedOn, type Owed } from "../../tickets/owed.ts";
import { staffWroteLast } from "../../tickets/clocks/inactivity.ts";
import { placeToWrite } from "../../tickets/conversation-place.ts";
import { isAssigneeGone } from "../../tickets/people.ts";
import { customerName } from "../../cards/people.ts";
import { encodeAction } from "../../chat/action.ts";
import type { Button, Card, CardPart, MenuItem } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { lowers, severities, type Severity } from "../../sla/severity.ts";
import { severityOf, ticketName, callBackOf, type Ticket, type ShownTicket } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { lastMessageQuote } from "../../cards/quote.ts";
import { audienceArgument } from "../../chat/action-arguments.ts";
import { calledButton } from "../callback/index.ts";
import { openingWords } from "../open/index.ts";
import { severityMeans } from "../severity/index.ts";
import type { TicketContext, Viewer, TicketPlaces } from "../../i18n/viewer.ts";
import { rich } from "../../i18n/rich.ts";
import { dotted, faint, faintly, moment, opening, plain } from "../../i18n/spans.ts";
import { followerItem } from "../followers/index.ts";
import { factMenu } from "../ticket-facts.ts";
import { staffFacts } from "./staff-facts.ts";
import { ticketHeading, severityMarkOf, tonePart } from "../../cards/ticket-heading.ts";
import { accountName, nameOf } from "../../i18n/directory.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** A new severity is announced to the customer at once, so its button asks for confirmation. */
const confirmSeverity = (ticket: Ticket, severity: Severity, desk: Desk, viewer: Viewer): Pick<Button, "confirm"> => {
  if (severity === severityOf(ticket)) return {};
  const say = sayIn(viewer.locale);
  const label = say(`severityLabel.${severity}`);
  return {
    confirm: {
      title: say("severityConfirm.title", { ticket: ticketName(ticket.number), to: say(`severity.${severity}`) }),
      text: say("severityConfirm.text", {
        to: label,
        means: severityMeans(severity, desk, viewer),
        from: say(`severity.${severityOf(ticket)}`),
      }),
      yes: label,
      no: say("form.cancel"),
    },
  };
};

const severityButtons = (ticket: Ticket, desk: Desk, viewer: Viewer, say: Say): CardPart => ({
  part: "buttons",
  label: ticket.sla.confirmedSeverity === null ? say("button.confirmSeverity") : say("button.severity"),
  buttons: severities.map((severity) => {
    // Only the card knows the severity that was confirmed when it was drawn. Lowering it asks for a reason in a form.
    const asksWhy = lowers(ticket.sla.confirmedSeverity, severity);
    return {
      action: encodeAction(asksWhy ? "lower" : "severity", ticket.number, severity),
      label: say(`severityLabel.${severity}`),
      chosen: severity === ticket.sla.confirmedSeverity,
      ...(asksWhy ? {} : confirmSeverity(ticket, severity, desk, viewer)),
    };
  }),
});

const actionButtons = ({ ticket, desk, viewer }: TicketContext, places: TicketPlaces): CardPart => {
  const say = sayIn(viewer.locale);
  const { number, status } = ticket;
  const isTaken = ticket.assignee !== null && !isAssigneeGone(ticket, desk);
  const button = (verb: "claim" | "resolve" | "reopen", look: Pick<Button, "style"> = {}): Button => ({
    action: encodeAction(verb, number),
    label: say(`button.${verb}`),
    ...look,
  });
  const item = (verb: "note" | "assign" | "account" | "promiseUpdate" | "recordTime" | "tech" | "why"): MenuItem => ({
    action: encodeAction(verb, number),
    label: say(`button.${verb}`),
  });
  const reply: Button = {
    action: encodeAction("reply", number, audienceArgument(placeToWrite(ticket, desk))),
    label: say("button.reply"),
    ...(status === "resolved" || !isTaken ? {} : { style: "primary" }),
  };
  const asked = staffWroteLast(ticket) ? ["asked"] : [];
  const wait: Button = {
    action: encodeAction("wait", number, audienceArgument(placeToWrite(ticket, desk)), ...asked),
    label: say("button.wait"),
  };
  const asking = (
    of: "resolveUnanswered" | "resolveUnread" | "resolveOwed" | "reopenConfirm",
    verb: "resolve" | "reopen",
    owed: readonly Owed[] = [],
  ): Button => ({
    ...button(verb, verb === "reopen" ? { style: "primary" } : {}),
    confirm: {
      title: say(`${of}.title`, { ticket: ticketName(number) }),
      text: say(`${of}.text`, {
        owed: listInText(
          owed.map((each) => say(`owed.${each}`)),
          viewer.locale,
        ),
      }),
      yes: say(`button.${verb}`),
      no: say("form.cancel"),
    },
  });
  const resolve = (): Button => {
    const isUnanswered = ticket.replies === 0 || ticket.unanswered !== null;
    const owed = owedOn(ticket).filter((each) => each !== "answer" || isUnanswered);
    if (owed.some((each) => each !== "answer")) return asking("resolveOwed", "resolve", owed);
    // Resolving cancels the first response, and the customer would get none.
    if (ticket.replies === 0) return asking("resolveUnanswered", "resolve");
    return isUnanswered ? asking("resolveUnread", "resolve") : button("resolve");
  };
  const ends =
    status === "resolved" ? [asking("reopenConfirm", "reopen")] : [...(status === "waiting" ? [] : [wait]), resolve()];
  const follower = followerItem({ ticket, desk, viewer });
  return {
    part: "buttons",
    label: say("button.actions"),
    buttons: [...(status === "resolved" || isTaken ? [] : [button("claim", { style: "primary" })]), reply, ...ends],
    menu: {
      label: say("button.more"),
      items: [
        item("note"),
        ...(ticket.kind === "consulting" ? [item("recordTime")] : []),
        ...(status === "resolved" ? [] : [item("tech"), item("assign"), item("promiseUpdate")]),
        ...factMenu({ ticket, desk, viewer }),
        item("account"),
        ...(follower === null ? [] : [follower]),
        item("why"),
        ...opening(say("button.openConversation"), places.conversation),
      ],
    },
  };
};

/** A ticket for the team. `internal`: the sentence that says what customers do not read where the card is shown. */
const teamCard = (
  state: ShownTicket,
  places: TicketPlaces,
  {
    desk,
    viewer,
    internal,
  }: {
    readonly desk: Desk;
    readonly viewer: Viewer;
    readonly internal: "triage.threadIsInternal" | "triage.notesAreInternal";
  },
): Card => {
  const { ticket } = state;
  const say = sayIn(viewer.locale);
  const name = ticketName(ticket.number);
  const lastMessage = ticket.lastCustomerMessage;
  const quoted = lastMessageQuote(ticket, 280, viewer);
  const onIt =
    ticket.sla.clocks.find((clock) => clock.end === null && clock.acknowledged !== null)?.acknowledged ?? null;
  return {
    summary: say("triage.summary", {
      ticket: name,
      severity: severityMarkOf(ticket, say),
      account: accountName(desk, ticket, say),
      title: oneLine(ticket.title, 120),
    }),
    ...tonePart(ticket),
    parts: [
      { part: "heading", text: ticketHeading(ticket) },
      staffFacts(ticket, desk, viewer),
      ...openingWords(state, 280, viewer),
      ...(lastMessage === null
        ? []
        : ([
            {
              part: "text",
              lines: [
                faintly(
                  rich(say, (ticket.lastReplyAt ?? 0) > lastMessage.at ? "triage.wrote" : "triage.wroteLast", {
                    name: customerName(lastMessage.by, desk, say),
                    at: moment(lastMessage.at),
                  }),
                ),
              ],
            },
            ...quoted.parts,
            ...(quoted.buttons.length === 0
              ? []
              : ([{ part: "buttons", label: say("button.actions"), buttons: quoted.buttons }] as const)),
          ] satisfies CardPart[])),
      ...(ticket.status === "resolved" || ticket.kind === "consulting"
        ? []
        : [severityButtons(ticket, desk, viewer, say)]),
      ...(callBackOf(ticket) === null ? [] : [calledButton(ticket, viewer)]),
      actionButtons({ ticket, desk, viewer }, places),
      {
        part: "small",
        line: dotted(
          onIt === null ? [] : rich(say, "triage.onIt", { name: nameOf(desk, onIt.by), at: moment(onIt.at) }),
          [plain(say("triage.notes", { count: ticket.notes }))],
          [plain(say("triage.replies", { count: ticket.replies }))],
          [faint(say(internal))],
        ),
      },
    ],
  };
};

/** The card in the triage channel: everything that the team needs to decide, and the available actions. */
export const triageCard = (state: ShownTicket, desk: Desk, places: TicketPlaces, viewer: Viewer): Card =>
  teamCard(state, places, { desk, viewer, internal: "triage.threadIsInternal" });

/** The same on a page of the web desk, without what the page shows already: the title, and the customer's messages. */
export const cardBesideConversation = (state: ShownTicket, desk: Desk, places: TicketPlaces, viewer: Viewer): Card => {
  const card = teamCard(state, places, { desk, viewer, internal: "triage.notesAreInternal" });
  return { ...card, parts: card.parts.filter(({ part }) => part !== "heading" && part !== "quote") };
};
