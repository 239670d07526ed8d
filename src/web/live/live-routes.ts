import { Hono } from "hono";
import { writeTyping } from "../../db/presence-store.ts";
import { nameOf } from "../../i18n/directory.ts";
import { ticketNumber } from "../../tickets/ticket.ts";
import type { Sessions } from "../access/sessions.ts";
import type { Visitor, WebEnv } from "../deps.ts";
import type { DeskPage } from "../desk/desk-page.ts";
import { staffMember } from "../sign-in-routes.ts";
import { ticketFor } from "../ticket-for.ts";
import { seenIn, type LivePages } from "./live.ts";

/** The streams of open pages, and who types. They carry no text of a ticket: a page asks for that itself. */
export const liveRoutes = (
  { deps, notice, postedBy, queryingPerson }: DeskPage,
  sessions: Sessions,
  live: LivePages,
): Hono<WebEnv> => {
  const { db } = deps.database;
  const app = new Hono<WebEnv>();

  /** The notice instead of a ticket that this person cannot see now; null if they see it. */
  const whyHidden = async (visitor: Visitor, number: number | null): Promise<"noTicket" | "unreadable" | null> => {
    if (number === null) return "noTicket";
    const found = await ticketFor(deps, { desk: visitor.desk, asker: queryingPerson(visitor) }, number);
    if (found === "unreadable") return found;
    return found === null ? "noTicket" : null;
  };

  app.get("/desk/live", async (context) => {
    const visitor = context.get("visitor");
    const named = context.req.query("ticket");
    const ticket = named === undefined ? null : ticketNumber(named);
    const why = named === undefined ? null : await whyHidden(visitor, ticket);
    if (why !== null) return notice(context, why);
    // A stream that no browser reads would never end: HEAD has no body, and a late answer or a browser that left reads none.
    const { method, raw } = context.req;
    if (method === "HEAD" || context.get("isLate") === true || raw.signal.aborted) return context.body(null, 204);
    const { person, cookie, desk, user } = visitor;
    const isAllowed = async (): Promise<boolean> =>
      (await sessions.isOpen(cookie)) && staffMember(user, await deps.desk.read(db)) !== null;
    const stream = live.subscribe({
      ticket,
      person: person.key,
      seen: seenIn(context.req.query("seen")),
      account: null,
      isAllowed,
      nameOf: (key) => nameOf(desk, key),
    });
    return stream ?? context.body(null, 503, { "Retry-After": "30" });
  });

  app.post("/desk/tickets/:number/typing", async (context) => {
    const visitor = context.get("visitor");
    const number = ticketNumber(context.req.param("number"));
    if ((await postedBy(context)) === null) return notice(context, "formOld");
    const why = await whyHidden(visitor, number);
    if (number === null || why !== null) return notice(context, why ?? "noTicket");
    await writeTyping(db, number, visitor.person.key, deps.now());
    return context.body(null, 204);
  });
  return app;
};
