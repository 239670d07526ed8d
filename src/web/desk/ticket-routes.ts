import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { audienceArgument } from "../../chat/action-arguments.ts";
import { encodeAction } from "../../chat/action.ts";
import type { Card } from "../../chat/card.ts";
import type { Form } from "../../chat/form.ts";
import { notesOfAccount } from "../../db/accounts/note-store.ts";
import { readWaiting } from "../../db/delivery/waiting-store.ts";
import { readOpening } from "../../db/messages/message-store.ts";
import { whyCard } from "../../features/explanation/index.ts";
import { pendingNotice, pendingReplyCard } from "../../features/reply/index.ts";
import { cardBesideConversation } from "../../features/ticket-cards/index.ts";
import { techPartOnPage } from "../../features/tech-handoff/index.ts";
import { openingEntry, tellMessages, tellTranscript, type TranscriptEntry } from "../../features/transcript/index.ts";
import { sayIn } from "../../i18n/say.ts";
import type { TicketPlaces } from "../../i18n/viewer.ts";
import { runInSlices } from "../../jobs/loop.ts";
import { boundedEvents } from "../../tickets/execute/bounded-events.ts";
import { conversationPage } from "../../tickets/execute/conversation-page.ts";
import { ticketPlaces } from "../../tickets/execute/ticket-places.ts";
import { accountOf } from "../../tickets/people.ts";
import { permitted } from "../../tickets/permissions.ts";
import { ticketName, ticketNumber, type ShownTicket, type Ticket } from "../../tickets/ticket.ts";
import type { Visitor, WebEnv } from "../deps.ts";
import { beforeIn, charactersOnPage, messagesOnPage, pageLinks } from "../messages-page.ts";
import { ticketFor } from "../ticket-for.ts";
import { ticketPage } from "../pages/ticket-page.ts";
import { readPauses } from "../../db/pause-store.ts";
import type { AccountBeside } from "./accounts/account-aside.ts";
import { cannedPreview } from "./canned-preview.ts";
import type { DeskPage } from "./desk-page.ts";

/** The notes about the account that stand beside its ticket. */
const notesBeside = 3;

interface Wanted {
  /** The index of the first entry after those that are shown; null for the newest. */
  readonly before: number | null;
  readonly isHistory: boolean;
}

/** Entries of a ticket's page. */
interface ShownEntries {
  readonly entries: readonly TranscriptEntry[];
  /** How many entries come before them, and how many there are in all. */
  readonly earlier: number;
  readonly all: number;
}

/** A ticket's page, and what its script asks for. */
export const ticketRoutes = (page: DeskPage): Hono<WebEnv> => {
  const { deps, answers, contextOf, formOf, notice, queryingPerson, secretsFor, show } = page;
  const {
    database: { db },
    onDamagedEvent,
  } = deps;
  const app = new Hono<WebEnv>();

  const found = async (visitor: Visitor, named: string): Promise<Ticket | "unreadable" | null> => {
    const number = ticketNumber(named);
    const asker = queryingPerson(visitor);
    return number === null ? null : ticketFor(deps, { desk: visitor.desk, asker }, number);
  };

  /** The form that a button of the ticket's card opens, to stand on the page itself. */
  const formBehind = (
    { user, person }: Visitor,
    action: string,
  ): { readonly form: Form; readonly from: string } | null => {
    const form = formOf({ kind: "press", key: randomUUID(), person: user, name: person.name, action });
    return form === null ? null : { form, from: action };
  };

  /** One page of the messages, or with the history of all events. */
  const entriesOf = async (
    { desk, viewer, user }: Visitor,
    ticket: Ticket,
    { before, isHistory }: Wanted,
  ): Promise<ShownEntries> => {
    const about = { desk, is: "staff", viewer } as const;
    if (isHistory) {
      const events = await boundedEvents(db, ticket.number, { whole: charactersOnPage, onDamagedEvent });
      deps.disclosed?.({ user }, "history", ticket.number);
      const { entries } = await runInSlices(tellTranscript({ ...about, events, ticket, madeAt: deps.now() }));
      const all = entries.length;
      const end = Math.min(before ?? all, all);
      const earlier = Math.max(0, end - messagesOnPage);
      return { entries: entries.slice(earlier, end), earlier, all };
    }
    const { events, earlier, all } = await conversationPage(db, ticket.number, {
      is: "staff",
      wanted: { before },
      size: messagesOnPage,
      characters: charactersOnPage,
      onDamagedEvent,
    });
    return { entries: await runInSlices(tellMessages({ ...about, events })), earlier, all };
  };

  /** The card of the ticket; for the technical team also with their own actions. */
  const cardFor = ({ desk, viewer, person }: Visitor, state: ShownTicket, places: TicketPlaces): Card => {
    const card = cardBesideConversation(state, desk, places, viewer);
    if (permitted({ is: "staff", person }, "claimTech") !== "yes") return card;
    return { ...card, parts: [...card.parts, ...techPartOnPage(state.ticket, sayIn(viewer.locale))] };
  };

  const accountBeside = async ({ desk, person }: Visitor, ticket: Ticket): Promise<AccountBeside | null> => {
    const account = accountOf(desk, ticket);
    if (account === null) return null;
    const readsNotes = permitted({ is: "staff", person }, "accountNotes") === "yes";
    return { account, notes: readsNotes ? await notesOfAccount(db, account.key, notesBeside) : [] };
  };

  app.get("/desk/tickets/:number", async (context) => {
    const visitor = context.get("visitor");
    const { desk, viewer, user } = visitor;
    const ticket = await found(visitor, context.req.param("number"));
    if (ticket === null) return notice(context, "noTicket");
    if (ticket === "unreadable") return notice(context, "unreadable");
    const { number } = ticket;
    const before = beforeIn(context.req.query("before"));
    const isHistory = context.req.query("view") === "history";
    const places = await ticketPlaces(db, number);
    const { entries, earlier, all } = await entriesOf(visitor, ticket, { before, isHistory });
    const path = `/desk/tickets/${number}`;
    const messages = await readOpening(db, number);
    const view = {
      ticket,
      isHistory,
      opening: isHistory ? null : openingEntry(ticket, messages[0], visitor),
      card: cardFor(visitor, { ticket, messages }, places),
      account: await accountBeside(visitor, ticket),
      why: whyCard({ ticket, pauses: await readPauses(db, number), desk, viewer }),
      waiting: await readWaiting(db, number),
      forecasts: (await page.forecastsOf([ticket], desk)).get(number) ?? [],
      pending: ticket.pendingReplies.map((each) => pendingReplyCard(pendingNotice(each), { ticket, desk, viewer })),
      messages: entries,
      links: pageLinks(isHistory ? `${path}?view=history` : path, { before, earlier, all }),
      answer: await answers.read(context.req.query("answer") ?? "", user),
      reply: formBehind(visitor, encodeAction("reply", number, audienceArgument(ticket.conversation))),
      note: formBehind(visitor, encodeAction("note", number)),
    };
    return show(
      context,
      `${ticketName(number)} ${ticket.title}`,
      ticketPage(view, { desk, secrets: secretsFor(visitor, path) }, contextOf(visitor)),
    );
  });

  /** A canned reply, completed as the customer would read it. */
  app.get("/desk/tickets/:number/canned", async (context) => {
    const visitor = context.get("visitor");
    const ticket = await found(visitor, context.req.param("number"));
    const key = context.req.query("reply") ?? "";
    const canned = Object.hasOwn(visitor.desk.replies, key) ? visitor.desk.replies[key] : undefined;
    if (ticket === null || ticket === "unreadable" || canned === undefined) return context.text("", 404);
    return context.text(await cannedPreview(canned, ticket, visitor, { db, now: deps.now }));
  });
  return app;
};
