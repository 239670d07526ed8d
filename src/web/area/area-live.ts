import { Hono } from "hono";
import { ticketNumber } from "../../tickets/ticket.ts";
import { contactWithAccess } from "../access/contacts.ts";
import type { Sessions } from "../access/sessions.ts";
import type { WebDeps, WebEnv } from "../deps.ts";
import { seenIn, type LivePages } from "../live/live.ts";
import type { AreaPages } from "./area-pages.ts";

/**
 * The streams of open tickets in the client area. They carry no text: the page asks for that itself. A contact hears neither
 * of the team's presence nor the team of theirs, and the stream ends when the access does.
 */
export const areaLive = (
  deps: WebDeps,
  { whyHidden, notice }: Pick<AreaPages, "whyHidden" | "notice">,
  { sessions, live }: { readonly sessions: Sessions; readonly live: LivePages },
): Hono<WebEnv> => {
  const { db } = deps.database;
  const app = new Hono<WebEnv>();
  app.get("/area/live", async (context) => {
    const guest = context.get("guest");
    const ticket = ticketNumber(context.req.query("ticket") ?? "");
    const why = await whyHidden(guest, ticket);
    if (ticket === null || why !== null) return notice(context, why ?? "noTicket");
    // A stream that no browser reads would never end.
    const { method, raw } = context.req;
    if (method === "HEAD" || context.get("isLate") === true || raw.signal.aborted) return context.body(null, 204);
    const { user, cookie } = guest;
    const isAllowed = async (): Promise<boolean> => {
      const desk = await deps.desk.read(db);
      const now = (await sessions.isOpen(cookie)) ? await contactWithAccess(db, user, desk) : null;
      return now !== null && (await whyHidden({ ...guest, ...now, desk }, ticket)) === null;
    };
    const stream = live.subscribe({
      ticket,
      person: user,
      seen: seenIn(context.req.query("seen")),
      account: guest.account.key,
      isAllowed,
      nameOf: () => "",
    });
    return stream ?? context.body(null, 503, { "Retry-After": "30" });
  });
  return app;
};
