import { Hono, type Context } from "hono";
import type { CarriedFile } from "../../chat/delivery.ts";
import { ticketNumber } from "../../tickets/ticket.ts";
import type { WebEnv } from "../deps.ts";
import { queueAlone } from "../desk/queue-address.ts";
import type { DeskPage } from "../desk/desk-page.ts";
import { ticketFor } from "../ticket-for.ts";
import { isPicture } from "../render/file-link.ts";
import { ticketFile } from "./ticket-file.ts";

/** The key in a path that `filePath` made. */
export const fileKeyIn = (context: Context<WebEnv>): string =>
  Buffer.from(context.req.param("key") ?? "", "base64url").toString();

/** The name for a download, as RFC 6266 writes it: no character of it can end the header or the quotes. */
export const disposition = (kind: "inline" | "attachment", name: string): string => {
  const plain = name.replaceAll(/[^\w.\- ]/g, "_").slice(0, 100);
  const exact = encodeURIComponent(name.slice(0, 200).toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
};

/** Sends a file of a ticket. A browser never treats it as a page, whatever its type says. */
export const fileResponse = (context: Context<WebEnv>, file: CarriedFile) => {
  const isShown = isPicture(file.type);
  return context.body(file.bytes, 200, {
    "Content-Type": isShown ? file.type : "application/octet-stream",
    "Content-Disposition": disposition(isShown ? "inline" : "attachment", file.name),
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, max-age=300",
  });
};

/** The files of tickets, from their own path. */
export const fileRoutes = ({ deps, notice, queryingPerson }: DeskPage): Hono<WebEnv> => {
  const { db } = deps.database;
  const app = new Hono<WebEnv>();
  app.get("/desk/tickets/:number/files/:key", async (context) => {
    const visitor = context.get("visitor");
    const number = ticketNumber(context.req.param("number"));
    const asker = queryingPerson(visitor);
    const found = number === null ? null : await ticketFor(deps, { desk: visitor.desk, asker }, number);
    if (found === "unreadable") return notice(context, "unreadable");
    const file = found === null ? null : await ticketFile(db, found.number, fileKeyIn(context));
    return file === null
      ? notice(context, "notThere", number === null ? queueAlone : `/desk/tickets/${number}`)
      : fileResponse(context, file);
  });
  return app;
};
