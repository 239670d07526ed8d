import { randomBytes } from "node:crypto";
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import type { Card } from "../../src/chat/card.ts";
import type { Menus } from "../../src/chat/answer.ts";
import type { AdapterDeps } from "../../src/chat/port.ts";
import { acts } from "./acts.ts";
import { loadAssets } from "./assets.ts";
import { loadBusyDay } from "./busy-day.ts";
import { actorOf, cast, channels, isMember } from "./cast.ts";
import { guard } from "./guard.ts";
import type { PlaygroundInbound } from "./inbound.ts";
import { fileCaps } from "./page/file-caps.ts";
import type { Conversations } from "./conversations.ts";
import { closedPage, policy, shell, stylesOnly } from "./shell.ts";
import type { CastMember, Answer, Live, Snapshot, CommandUsage } from "./wire.ts";
import type { CarriedFile } from "../../src/chat/delivery.ts";

/** The commands that a person may type; customers see those for customers. */
export const usageFor = ({ role }: Pick<CastMember, "role">, menus: Menus): readonly CommandUsage[] => {
  const isStaff = role !== "customer" && role !== "outsider";
  return (["ticket", "desk"] as const).flatMap((name) =>
    menus[name].filter(({ customers }) => customers || isStaff).map(({ word, rest }) => ({ name, word, rest })),
  );
};

/** The types that a browser shows without running anything. */
const shown: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"]);

const textual = /^text\/|^application\/(?:json|xml|yaml)$/;

/**
 * The headers for a shared file. Pictures are shown, text is shown as plain text, and everything else is saved. No
 * content may run here, because the page has the token.
 */
export const fileHeaders = ({ name, type }: Pick<CarriedFile, "name" | "type">): Record<string, string> => {
  const served = textual.test(type) ? "text/plain" : type;
  return {
    "Content-Type": served === "text/plain" ? "text/plain; charset=utf-8" : served,
    "Content-Disposition": `${shown.has(served) ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`)}`,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
};

/** What the pages need of the rest of the playground. */
export interface PagesDeps extends AdapterDeps {
  readonly conversations: Conversations;
  readonly inbound: PlaygroundInbound;
  readonly turnClock: (ms: number, stopped: () => void) => Promise<void>;
  readonly webPath: (person: Pick<CastMember, "user" | "name">) => Promise<string | null>;
  readonly inspect: (ticket: number, viewer: Pick<CastMember, "locale" | "timezone">) => Promise<readonly Card[]>;
  /** Aborted when the desk must not be shown any more. The reason is a text for the visitor. */
  readonly closed: AbortSignal;
  /** Aborted when the playground closes or stops, so that feeds end. */
  readonly ending: AbortSignal;
}

const maxBody = 1_000_000;
/** Files are sent in base64 with the message, which makes them a third larger. */
const maxSaid = maxBody + Math.ceil((fileCaps.count * fileCaps.bytes * 4) / 3);
/** The greatest number that the database can hold. */
const greatestTicket = 2_147_483_647;
const heartbeatMs = 15_000;
/** The status of every answer after the playground closed. The page then shows the reason. */
const closedStatus = 410;

const snapshot = ({ conversations, now, menus }: PagesDeps, me: CastMember): Snapshot => {
  const mine = channels.filter((each) => each.members.includes(me.user));
  return {
    now: now(),
    me: me.user,
    cast,
    channels: mine,
    messages: conversations.store.messages(mine.map((each) => each.channel)),
    unread: conversations.store.unread(),
    tickets: conversations.store.tickets(),
    usage: menus === undefined ? [] : usageFor(me, menus),
  };
};

/** The playground's pages and their API. */
export const createPages = (deps: PagesDeps): Hono => {
  const { conversations, inbound, log } = deps;
  const token = randomBytes(32).toString("base64url");
  const assets = loadAssets();
  const app = new Hono();

  app.use(guard(token));
  app.use(async (c, next) => {
    await next();
    c.header("X-Content-Type-Options", "nosniff");
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cross-Origin-Resource-Policy", "same-origin");
    c.header("Cache-Control", "no-store");
  });
  app.onError((error, c) => {
    log.error({ err: error }, "playground.failed");
    return c.json({ error: "down" }, 503);
  });

  app.use("/api/*", async (c, next) => (deps.closed.aborted ? c.json({ error: "closed" }, closedStatus) : next()));
  app.get("/", (c) => {
    if (deps.closed.aborted) {
      c.header("Content-Security-Policy", stylesOnly);
      return c.html(closedPage(String(deps.closed.reason)), closedStatus);
    }
    const nonce = randomBytes(16).toString("base64");
    c.header("Content-Security-Policy", policy(nonce));
    return c.html(shell(token, nonce));
  });
  app.on("GET", ["/page/*", "/lit-html/*"], (c) => {
    const asset = assets.get(c.req.path);
    return asset === undefined ? c.notFound() : c.body(asset.text, 200, { "Content-Type": asset.type });
  });

  const actor = (c: Context): CastMember | null => actorOf(c.req.query("as") ?? "");
  app.get("/api/state", (c) => {
    const me = actor(c);
    return me === null ? c.json({ error: "who" }, 400) : c.json(snapshot(deps, me));
  });
  app.get("/api/inspect", async (c) => {
    const me = actor(c);
    const ticket = z.coerce.number().int().positive().max(greatestTicket).safeParse(c.req.query("ticket"));
    if (me === null || !ticket.success) return c.json({ error: "what" }, 400);
    return c.json(await deps.inspect(ticket.data, { locale: me.locale, timezone: me.timezone }));
  });
  // The page of the link signs the visitor in, as a link from chat or mail does.
  app.get("/api/web", async (c) => {
    const me = actor(c);
    const path = me === null ? null : await deps.webPath(me);
    return path === null ? c.notFound() : c.redirect(path, 303);
  });
  app.get("/api/file/:id", (c) => {
    const me = actor(c);
    const file = conversations.store.file(c.req.param("id"));
    if (me === null || file === null || !isMember(me.user, file.channel)) return c.notFound();
    return c.body(file.bytes, 200, fileHeaders(file));
  });
  app.get("/api/live", (c) => {
    const me = actor(c);
    if (me === null) return c.json({ error: "who" }, 400);
    return streamSSE(c, async (stream) => {
      const send = (live: Live): void => void stream.writeSSE({ data: JSON.stringify(live) });
      const leave = conversations.live.join(me.user, send);
      send({ event: "clock", now: deps.now() });
      const heartbeat = setInterval(() => send({ event: "clock", now: deps.now() }), heartbeatMs);
      const left = Promise.withResolvers<void>();
      stream.onAbort(left.resolve);
      if (deps.ending.aborted) left.resolve();
      const stop = (): void => left.resolve();
      deps.ending.addEventListener("abort", stop, { once: true });
      await left.promise;
      deps.ending.removeEventListener("abort", stop);
      clearInterval(heartbeat);
      leave();
    });
  });

  const act = <T>(
    path: string,
    schema: z.ZodType<T>,
    work: (act: T) => Promise<Answer | null>,
    maxSize = maxBody,
  ): void => {
    const limit = bodyLimit({ maxSize, onError: (c) => c.json({ error: "tooLong" }, 413) });
    app.post(`/api/${path}`, limit, async (c) => {
      const parsed = schema.safeParse(await c.req.json().catch(() => null));
      if (!parsed.success) return c.json({ error: "malformed" }, 400);
      const answer = await work(parsed.data);
      return answer === null ? c.json({ error: "notYours" }, 404) : c.json(answer);
    });
  };
  act("say", acts.say, inbound.say, maxSaid);
  act("edit", acts.edit, inbound.edit);
  act("remove", acts.remove, inbound.remove);
  act("press", acts.press, inbound.press);
  act("submit", acts.submit, inbound.submit);
  act("take", acts.take, inbound.take);
  act("seen", acts.seen, async ({ as, channel, upTo }) => {
    conversations.store.see(as, channel, upTo);
    conversations.live.say({ event: "unread", unread: conversations.store.unread() });
    return { kind: "done" };
  });
  let loading: Promise<void> | null = null;
  act("busy-day", acts.busyDay, async () => {
    const loaded = (tickets: number, of: number): void => {
      conversations.live.say({ event: "busyDay", tickets, of });
      conversations.live.say({ event: "clock", now: deps.now() });
    };
    // A second press, of another tab as well, waits for the same day.
    loading ??= loadBusyDay(deps, loaded).finally(() => (loading = null));
    await loading;
    return { kind: "done" };
  });
  act("clock", acts.clock, async ({ forward }) => {
    const show = (): void => conversations.live.say({ event: "clock", now: deps.now() });
    await deps.turnClock(forward, show);
    show();
    return { kind: "done" };
  });
  return app;
};
