import { Hono } from "hono";
import { readWaiting } from "../../db/delivery/waiting-store.ts";
import { changesMark } from "../../db/presence-store.ts";
import { countQueues, filterCondition, queuePage as readQueue } from "../../db/queue/queue-store.ts";
import type { QueueViewer } from "../../db/queue/queue-view.ts";
import { newestTexts } from "../../db/search/newest-texts.ts";
import { searchTickets } from "../../db/search/search-tickets.ts";
import { runInSlices } from "../../jobs/loop.ts";
import { excerptsOf } from "../../features/lists/index.ts";
import { permitted } from "../../tickets/permissions.ts";
import { isNewDesk } from "./settings/next-steps.ts";
import { sayIn } from "../../i18n/say.ts";
import { nextDueClock } from "../../tickets/clocks/plan.ts";
import { countedAtMost } from "../../tickets/list-filter.ts";
import { ticketNumber, type StoredTicket } from "../../tickets/ticket.ts";
import type { Visitor, WebEnv } from "../deps.ts";
import { queuePage, type QueuePageView } from "../pages/queue-page.ts";
import { showHome } from "./accounts/home.ts";
import { accountsManagedBy, isAtHomeInAccounts } from "./accounts/listed-accounts.ts";
import type { DeskPage } from "./desk-page.ts";
import { namedIn } from "./named-in.ts";
import { queueAddressOf, queuePath, type QueueAddress } from "./queue-address.ts";

const pageSize = 50;

const viewerOf = ({ person, desk }: Visitor, now: number): QueueViewer => ({
  person: person.key,
  accounts: accountsManagedBy(person, desk).map(({ key }) => key),
  now,
});

type Listed = Pick<QueuePageView, "tickets" | "next" | "excerpts">;

/** The place behind the last ticket of a page. */
const placeBehind = (ticket: StoredTicket | undefined): QueueAddress["after"] =>
  ticket === undefined
    ? null
    : {
        number: ticket.number,
        due: ticket.status === "unreadable" ? null : (nextDueClock(ticket)?.target.due ?? null),
      };

/** The queue of the staff: lists, filters and the search. */
export const queueRoutes = (page: DeskPage): Hono<WebEnv> => {
  const { deps, contextOf, notice, secretsFor, show } = page;
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  /** The tickets of a page, the path of the next one, and what was written around the words that were looked for. */
  const ticketsOf = async (address: QueueAddress, visitor: Visitor, viewer: QueueViewer): Promise<Listed> => {
    const { words, after, found: place, filter } = address;
    if (words === "") {
      const found = await readQueue(db, address, viewer, { after, limit: pageSize + 1 });
      const tickets = found.slice(0, pageSize);
      const next = found.length > pageSize ? queuePath({ ...address, after: placeBehind(tickets.at(-1)) }) : null;
      return { tickets, next, excerpts: new Map() };
    }
    const search = { text: words, ...namedIn(words, visitor.desk), after: place, where: filterCondition(filter) };
    const { tickets, next } = await searchTickets(db, search, pageSize);
    const numbers = tickets.map(({ number }) => number);
    return {
      tickets,
      next: next === null ? null : queuePath({ ...address, found: next }),
      excerpts: await runInSlices(excerptsOf(tickets, await newestTexts(db, numbers, false), words)),
    };
  };

  app.get("/desk", async (context) => {
    const visitor = context.get("visitor");
    const address = queueAddressOf(new URL(context.req.url).searchParams);
    const viewer = viewerOf(visitor, deps.now());
    if (new URL(context.req.url).search === "" && isAtHomeInAccounts(visitor.person, visitor.desk))
      return showHome(page, context);
    const newest = await changesMark(db);
    const listed = await ticketsOf(address, visitor, viewer);
    const counts = await countQueues(db, address.filter, viewer, countedAtMost + 1);
    const secrets = secretsFor(visitor, queuePath(address));
    const isToBeSetUp =
      isNewDesk(visitor.desk) && permitted({ is: "staff", person: visitor.person }, "administer") === "yes";
    const waiting = await readWaiting(db, null);
    const managesAccounts = viewer.accounts.length > 0;
    const forecasts = await page.forecastsOf(listed.tickets, visitor.desk);
    const view = { address, ...listed, forecasts, counts, newest, waiting, isToBeSetUp, managesAccounts };
    const content = queuePage(view, { desk: visitor.desk, secrets }, contextOf(visitor));
    return show(context, sayIn(visitor.viewer.locale)("web.queue"), content);
  });

  // A number that is typed into the search opens its ticket.
  app.get("/desk/tickets", async (context) => {
    const typed = context.req.query("number")?.trim() ?? context.req.query("q")?.trim() ?? "";
    const number = ticketNumber(typed);
    if (number !== null) return context.redirect(`/desk/tickets/${number}`, 303);
    return notice(context, "noTicket");
  });
  return app;
};
