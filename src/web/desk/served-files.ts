import { Hono } from "hono";
import { carriedFile } from "../../db/delivery/file-store.ts";
import { ticketNumber } from "../../tickets/ticket.ts";
import { oneTicket } from "../../tickets/execute/queries.ts";
import type { WebEnv } from "../deps.ts";
import { queueAlone } from "./queue-address.ts";
import type { DeskPage } from "./desk-page.ts";

/** Pictures that can run no code. Every other file is only downloaded. */
const pictures: readonly string[] = ["image/png", "image/jpeg", "image/gif", "image/webp"];

export const isPicture = (type: string): boolean => pictures.includes(type);

/** The path of a file. Its key may hold any character. */
export const filePath = (ticket: number, key: string): string =>
  `/desk/tickets/${ticket}/files/${Buffer.from(key).toString("base64url")}`;

/** The name for a download, as RFC 6266 writes it: no character of it can end the header or the quotes. */
const disposition = (kind: "inline" | "attachment", name: string): string => {
  const plain = name.replaceAll(/[^\w.\- ]/g, "_").slice(0, 100);
  const exact = encodeURIComponent(name.slice(0, 200).toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
};

/** The files of tickets, from their own path. A browser never treats one as a page, whatever its type says. */
export const fileRoutes = ({ deps, notice, queryingPerson }: DeskPage): Hono<WebEnv> => {
  const { db } = deps.database;
  const app = new Hono<WebEnv>();
  app.get("/desk/tickets/:number/files/:key", async (context) => {
    const visitor = context.get("visitor");
    const number = ticketNumber(context.req.param("number"));
    const found = number === null ? null : await oneTicket(db, visitor.desk, queryingPerson(visitor), { number });
    const key = Buffer.from(context.req.param("key"), "base64url").toString();
    const file = number === null || found?.ok !== true ? null : await carriedFile(db, number, key);
    if (file === null) return notice(context, "notThere", number === null ? queueAlone : `/desk/tickets/${number}`);
    const isShown = isPicture(file.type);
    return context.body(file.bytes, 200, {
      "Content-Type": isShown ? file.type : "application/octet-stream",
      "Content-Disposition": disposition(isShown ? "inline" : "attachment", file.name),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, max-age=300",
    });
  });
  return app;
};
