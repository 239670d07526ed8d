import { breach } from "./clocks/ladder.ts";
import type { Actor } from "./actor.ts";
import type { Notification, Audience, Effect } from "./effect.ts";
import type { Event } from "./messages.ts";
import type { ReminderNotification } from "../features/reminders/messages.ts";
import { movedTargets } from "./clocks/moved-targets.ts";
import type { ClockChanges } from "./clocks/changed-clocks.ts";
import type { NotificationRoute } from "../features/reminders/notification-route.ts";
import type { Page } from "../features/escalation/messages.ts";
import { askedAnew, changedWords } from "../features/conversation/changed-messages.ts";
import { carried, notCarried } from "../features/attachments/told-files.ts";
import { wordsOf } from "./format.ts";
import { sourceKey } from "./source-key.ts";
import type { Ticket } from "./ticket.ts";
import { toAssignee } from "../features/assignment/to-assignee.ts";

const refresh: Effect = { type: "refreshCards" };

const nameOf = (actor: Actor): string => (actor.kind === "person" ? actor.name : "");

/** Marks what the requester did. */
const own = (by: Actor, { requester }: Ticket): { readonly own?: true } =>
  by.kind === "person" && by.user === requester.user ? { own: true } : {};

const toConversation = (message: Notification): Effect => ({ type: "send", to: { kind: "conversation" }, message });
const toInternal = (message: Notification): Effect => ({ type: "send", to: { kind: "internal" }, message });
const toTech = (message: Notification): Effect => ({ type: "send", to: { kind: "tech" }, message });

const audienceOf = ({ to: notifyTarget }: NotificationRoute): Audience => {
  switch (notifyTarget.how) {
    case "direct":
      return { kind: "person", person: notifyTarget.person };
    case "email":
      return { kind: "email", person: notifyTarget.person };
    case "mention":
      return { kind: "internal" };
  }
};

const notify = (notice: ReminderNotification): Effect => ({
  type: "send",
  to: audienceOf(notice),
  message: { type: "reminder", notice },
});

const summon = (page: Page): Effect => ({
  type: "send",
  to: audienceOf(page),
  message: { type: "page", page },
});

/** Why a severity was lowered is for the staff alone. */
const severityChanged = (event: Extract<Event, { type: "severitySet" }>, ticket: Ticket): readonly Effect[] => {
  const { from, to, reason, clocks } = event;
  return [
    toConversation({ type: "severityChanged", from, to, promises: movedTargets(clocks, ticket) }),
    ...(reason === null ? [] : [toInternal({ type: "severityLowered", from, to, reason, by: nameOf(event.by) })]),
  ];
};

/** The customer counts on what was promised, whoever's doing it is that it moves. */
const targetsMoved = (clocks: ClockChanges, ticket: Ticket): readonly Effect[] => {
  const promises = movedTargets(clocks, ticket);
  return promises.length === 0 ? [] : [toConversation({ type: "targetsMoved", promises })];
};

const replyOf = ({ text, by, news, waits }: Extract<Event, { type: "replied" }>): Notification => ({
  type: "reply",
  text,
  by: nameOf(by),
  ...(news === undefined ? {} : { news }),
  ...(waits === undefined ? {} : { waits }),
});

const heldReply = ({
  held,
  text,
  by,
  until,
  update,
  waits,
}: Extract<Event, { type: "replyPending" }>): Notification => ({
  type: "replyPending",
  held,
  text,
  by: nameOf(by),
  until,
  news: update?.due ?? null,
  ...(waits === undefined ? {} : { waits }),
});

/** What became of a pending reply, told where it was told that it is held. */
const settledReply = (
  event: Extract<Event, { type: "replied" | "replyUndone" }>,
  held: number | undefined,
): readonly Effect[] => {
  if (held === undefined) return [];
  const how = event.type === "replied" ? "sent" : "undone";
  const news = event.type === "replied" ? (event.news ?? null) : null;
  return [toInternal({ type: "replySettled", held, how, text: event.text, by: nameOf(event.by), news })];
};

const undelivered = (
  { what, why, certain, key, to }: Extract<Event, { type: "undelivered" }>,
  ticket: Ticket,
): Notification => ({
  type: "undelivered",
  what,
  why,
  certain,
  lost: key === undefined ? null : (ticket.undelivered.findLast((each) => each.key === key)?.id ?? null),
  ...(to === undefined ? {} : { to }),
});

/** What the world should be told about a fact; `ticket` is the ticket after it. */
export const effects = (event: Event, ticket: Ticket): readonly Effect[] => {
  switch (event.type) {
    case "opened":
      return [
        { type: "placeTriage" },
        { type: "placeConversation", place: event.conversation },
        ...(event.wrote === undefined ? [] : carried({ ...event.wrote, by: event.wrote.by.name }).map(toInternal)),
      ];
    case "assigned":
      return [refresh, ...toAssignee(event)];
    case "acknowledged":
    case "dismissed":
    case "snoozed":
      return [refresh];
    case "accountSet":
    case "replanned":
      return [refresh, ...targetsMoved(event.clocks, ticket)];
    case "severitySet":
      return event.from === event.to ? [refresh] : [refresh, ...severityChanged(event, ticket)];
    case "updatePromised":
      return event.said ? [refresh] : [refresh, toConversation({ type: "updatePromised", due: event.target.due })];
    case "replied":
      return [
        refresh,
        ...(event.alreadyPosted ? [] : [toConversation(replyOf(event))]),
        ...settledReply(event, event.held),
        ...(event.revealed === undefined
          ? []
          : [toInternal({ type: "internalPosted", found: event.revealed, by: nameOf(event.by) })]),
        ...carried({ ...event, by: nameOf(event.by), staff: true }).map(toInternal),
        ...notCarried({ ...event, by: nameOf(event.by) }).map(toInternal),
      ];
    case "replyPending":
      return [toInternal(heldReply(event))];
    case "replyUndone":
      return settledReply(event, event.held);
    case "noted":
      return event.alreadyPosted
        ? [refresh]
        : [refresh, toInternal({ type: "note", text: event.text, by: nameOf(event.by) })];
    case "techAsked": {
      const message = { type: "toTech", what: "asked", text: event.need, by: nameOf(event.by) } as const;
      return [{ type: "placeTech" }, refresh, toInternal(message), toTech(message)];
    }
    case "techMessaged": {
      const message = { type: "toTech", what: "told", text: event.text, by: nameOf(event.by) } as const;
      return [toInternal(message), toTech(message)];
    }
    case "assigneeLeft":
      return [refresh, toInternal({ type: "assigneeLeft", person: event.person, next: event.next })];
    case "noAgentAvailable":
      return [toInternal({ type: "noAgentAvailable" })];
    case "techClaimed":
      return [refresh, toInternal({ type: "fromTech", what: "took", text: "", by: nameOf(event.by) })];
    case "techCommented":
      return [toInternal({ type: "fromTech", what: "remarked", ...wordsOf(event), by: nameOf(event.by) })];
    case "techReturned": {
      const what = event.done ? "done" : "returned";
      return [refresh, toInternal({ type: "fromTech", what, text: event.findings, by: nameOf(event.by) })];
    }
    case "heard":
      return [
        refresh,
        toInternal({
          type: "customerMessage",
          words: { ...wordsOf(event), by: nameOf(event.by), at: event.wroteAt },
          message: event.message,
          company: event.company,
          thanks: event.thanks === true,
          ...(event.colleague === true ? { colleague: true } : {}),
        }),
        ...carried({ ...event, by: nameOf(event.by) }).map(toInternal),
      ];
    case "articlesOffered":
      return [toInternal({ type: "articlesOffered", titles: event.titles })];
    case "threadImported": {
      const { words, more } = event;
      const source = ticket.source === null ? {} : { message: sourceKey(ticket.source) };
      return [
        refresh,
        toInternal({ type: "threadImported", ...source, words, more }),
        ...words.flatMap(carried).map(toInternal),
      ];
    }
    case "messageEdited":
    case "messageDeleted":
      return [refresh, ...[...changedWords(event, ticket), ...askedAnew(event, ticket)].map(toInternal)];
    case "merged": {
      const tie = { number: event.into, how: "mergedInto" } as const;
      return [
        refresh,
        toConversation({ type: "continuesIn", to: event.into, why: "merged" }),
        toInternal({ type: "linkAdded", tie, by: nameOf(event.by) }),
      ];
    }
    case "linkAdded": {
      const { number, how } = event;
      const told = toInternal({ type: "linkAdded", tie: { number, how }, by: nameOf(event.by) });
      return how === "followedBy"
        ? [refresh, toConversation({ type: "continuesIn", to: number, why: "closed" }), told]
        : [refresh, told];
    }
    case "waited":
      return event.said
        ? [refresh]
        : [refresh, toConversation({ type: "statusChanged", to: "waiting", by: nameOf(event.by) })];
    case "resolved": {
      const { by, asksRating, silent } = event;
      const said = {
        type: "statusChanged",
        to: "resolved",
        by: nameOf(by),
        asksRating,
        silent,
        ...own(by, ticket),
      } as const;
      return [refresh, toConversation(said), ...(silent === true ? [toInternal(said)] : [])];
    }
    case "reopened":
      return [
        refresh,
        toConversation({ type: "statusChanged", to: "reopened", by: nameOf(event.by), ...own(event.by, ticket) }),
        toInternal({ type: "statusChanged", to: "reopened", by: nameOf(event.by) }),
      ];
    case "reminded":
      return [...(event.step >= breach ? [refresh] : []), ...event.notices.map(notify)];
    case "requeued":
      return event.step >= breach ? [refresh] : [];
    case "fallbackTaken":
      return event.next === null ? [] : [notify(event.next)];
    case "escalated": {
      const { by, why, page } = event;
      const to = page.map(({ to: notifyTarget }) => notifyTarget);
      return [refresh, toInternal({ type: "escalated", by: nameOf(by), why, to }), ...page.map(summon)];
    }
    case "callRequested": {
      const { by, number, time, page } = event;
      const to = page.map(({ to: notifyTarget }) => notifyTarget);
      const request = { type: "callRequested", by: nameOf(by), number, time, to } as const;
      return [refresh, toInternal(request), ...page.map(summon)];
    }
    case "consultingRouted":
      return event.page.map(summon);
    case "nudged":
      return [refresh, toConversation({ type: "nudged", closeAt: event.inactivity.closeAt })];
    case "inactivityRestarted":
    case "reachedByOtherRoute":
      return [];
    case "called":
      return [refresh, toInternal({ type: "called", by: nameOf(event.by) })];
    case "rated":
      return [
        refresh,
        toConversation({ type: "ratingShown" }),
        toInternal({ type: "rated", by: nameOf(event.by), score: event.score, before: event.before }),
      ];
    case "pageFailed":
      return event.next === null
        ? [toInternal({ type: "unreached", page: event.failed, why: event.why })]
        : [summon(event.next)];
    case "told":
      return [refresh, toConversation({ type: "told", about: event.about, person: event.person, at: event.at })];
    case "undelivered":
      return [toInternal(undelivered(event, ticket))];
    case "resent":
      return [
        { type: "resend", key: event.key },
        toInternal({
          type: "undeliveredResolved",
          how: event.by.kind === "clock" ? "back" : "again",
          by: nameOf(event.by),
        }),
      ];
    case "markedDelivered":
      return [toInternal({ type: "undeliveredResolved", how: "arrived", by: nameOf(event.by) })];
    case "conversationTried":
      return [{ type: "placeConversation", place: event.to }, refresh];
    case "conversationMoved":
      return [
        { type: "placeConversation", place: event.to },
        refresh,
        toInternal({ type: "conversationMoved", why: event.why }),
      ];
  }
};
