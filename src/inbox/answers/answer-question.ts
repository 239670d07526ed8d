import limit from "p-limit";
import { platformName } from "../../i18n/directory.ts";
import {
  oneTicket,
  staffQueue,
  ticketHistory,
  ticketList,
  type QueryingPerson,
} from "../../tickets/execute/queries.ts";
import { ticketPlaces } from "../../tickets/execute/ticket-places.ts";
import type { Question } from "../../requests/intent.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import type { Card } from "../../chat/card.ts";
import type { Refusal, StoredEvent } from "../../tickets/messages.ts";
import { accountPagePart } from "../../features/accounts/index.ts";
import { whyNoCall, callCard } from "../../features/callback/index.ts";
import { timesSolved } from "../../db/prompt-store.ts";
import { findTickets } from "../../tickets/execute/find-tickets.ts";
import { conversationPage } from "../../tickets/execute/conversation-page.ts";
import { readPauses } from "../../db/pause-store.ts";
import { readOpening } from "../../db/messages/message-store.ts";
import { tellHistory, type HistoryEntry } from "../../features/history/index.ts";
import { excerptsOf, findCard, listCard, queueCard } from "../../features/lists/index.ts";
import { whyCard } from "../../features/explanation/index.ts";
import { refusalCard } from "../../features/message-cards/index.ts";
import { tellMessages } from "../../features/transcript/index.ts";
import { messagesOnPage, showCard } from "../../features/ticket-cards/index.ts";
import { manualSolvedPart } from "../../features/knowledge/index.ts";
import type { WorkDeps } from "../../jobs/deps.ts";
import { readLimitReached } from "../read-counts.ts";
import { runInSlices } from "../../jobs/loop.ts";

type RespondDeps = Omit<WorkDeps, "onEvents" | "onSetAside">;

/** A long ticket takes much memory, so a process reads few at a time. */
const fewAtATime = limit(2);

/** The name of an event's actor, as a history shows it. */
const actorOf = (event: StoredEvent): string => {
  if (event.type === "unreadable") return "";
  if (event.type === "messageDeleted" && event.platform !== null) return platformName(event.platform);
  return event.by.kind === "person" ? event.by.name : "";
};

export const historyEntry = (event: StoredEvent): HistoryEntry => ({ at: event.at, actor: actorOf(event), event });

/** Answers a read-only question with what the asker may see. */
export const answerQuestion = async (
  deps: RespondDeps,
  question: Exclude<Question, { kind: "transcript" | "whole" | "report" }>,
  asker: QueryingPerson,
  { desk, viewer, principal }: RequestContext,
): Promise<Card> => {
  const { db } = deps.database;
  const refused = (refusal: Refusal, number: number | null): Card => {
    deps.traces?.refused(asker, refusal.reason, question.kind);
    return refusalCard(refusal, number, { desk, viewer });
  };
  const often = await readLimitReached(deps.database, "lookups", { desk, asker, at: deps.now() });
  if (often !== null) return refused(often, "number" in question ? question.number : null);
  switch (question.kind) {
    case "list": {
      const listed = await ticketList(db, desk, asker, { filter: question.filter, now: deps.now() });
      return listCard(listed, desk, principal.is, viewer);
    }
    case "find": {
      const found = await findTickets(db, desk, asker, question);
      const { words } = question;
      const excerpts = await runInSlices(excerptsOf(found.tickets, found.texts, words));
      const shown = { ...found, words, excerpts, isFirst: question.after === null };
      return findCard(shown, desk, principal.is, viewer);
    }
    case "queue": {
      const queue = await staffQueue(db, desk, asker, { filter: question.filter, now: deps.now() });
      if (!queue.ok) return refused(queue.refusal, null);
      const card = queueCard(queue, desk, viewer, deps.now());
      const page = accountPagePart(question.filter.account, deps.webUrl, desk, viewer);
      return { ...card, parts: [...card.parts, ...page, ...manualSolvedPart(await timesSolved(db), viewer)] };
    }
    case "show": {
      const shown = await oneTicket(db, desk, asker, { number: question.number });
      if (!shown.ok) return refused(shown.refusal, question.number);
      const places = await ticketPlaces(db, question.number);
      const { is } = principal;
      const page = question.page ?? 0;
      const { events, ...about } = await conversationPage(db, question.number, {
        is,
        wanted: { page },
        size: messagesOnPage,
        characters: null,
        onDamagedEvent: deps.onDamagedEvent ?? null,
      });
      const messages = await runInSlices(tellMessages({ events, desk, is, viewer }));
      // A customer gets no link to a staff channel.
      return showCard(
        { ticket: shown.ticket, messages: await readOpening(db, question.number, deps.onDamagedMessage) },
        {
          desk,
          places: principal.is === "staff" ? places : { ...places, triage: null },
          is: principal.is,
          viewer,
          conversation: { messages, page, ...about },
        },
      );
    }
    case "why": {
      const shown = await oneTicket(db, desk, asker, { number: question.number });
      if (!shown.ok) return refused(shown.refusal, question.number);
      return whyCard({ ticket: shown.ticket, pauses: await readPauses(db, question.number), desk, viewer });
    }
    case "call": {
      const shown = await oneTicket(db, desk, asker, { number: question.number });
      const refusal = shown.ok ? whyNoCall(shown.ticket, desk) : shown.refusal;
      return shown.ok && refusal === null
        ? callCard(shown.ticket, desk, viewer)
        : refused(refusal ?? { reason: "noSuchTicket" }, question.number);
    }
    case "history": {
      const history = await fewAtATime(() =>
        ticketHistory(db, desk, asker, { number: question.number, onDamagedEvent: deps.onDamagedEvent ?? null }),
      );
      if (!history.ok) return refused(history.refusal, question.number);
      deps.traces?.disclosed(asker, "history", question.number);
      return runInSlices(tellHistory(question.number, history.events.map(historyEntry), { desk, viewer }));
    }
  }
};
