import { ticketPlaces } from "../tickets/execute/ticket-places.ts";
import type { Card } from "../chat/card.ts";
import { boundedEvents } from "../tickets/execute/bounded-events.ts";
import { readOpening } from "../db/messages/message-store.ts";
import { readTicket } from "../db/ticket-store.ts";
import { tellHistory } from "../features/history/index.ts";
import type { Viewer } from "../i18n/viewer.ts";
import { showCard } from "../features/ticket-cards/index.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import { historyEntry } from "./answers/answer-question.ts";
import { runInSlices } from "../jobs/loop.ts";

/** Returns a ticket as a viewer with all rights sees it: its state, the reasons for its due times, and its history. */
export const inspect = async (
  { database, desk: cache }: Pick<WorkDeps, "database" | "desk">,
  number: number,
  viewer: Viewer,
): Promise<readonly Card[]> => {
  const { db } = database;
  const ticket = await readTicket(db, number);
  if (ticket === null) return [];
  const desk = await cache.read(db);
  const events = (await boundedEvents(db, number)).map(historyEntry);
  const messages = await readOpening(db, number);
  return [
    showCard({ ticket, messages }, { desk, places: await ticketPlaces(db, number), is: "staff", viewer }),
    await runInSlices(tellHistory(number, events, { desk, viewer })),
  ];
};
