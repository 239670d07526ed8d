import { createArea } from "../../../adapters/web/index.ts";
import type { Card } from "../../../src/chat/card.ts";
import { addContact } from "../../../src/db/access/contact-store.ts";
import type { TicketMail } from "../../../src/chat/mail.ts";
import type { Delivery } from "../../../src/chat/delivery.ts";
import type { ChatPort } from "../../../src/chat/port.ts";
import { usualPatienceMs } from "../../../src/web/acting.ts";
import type { SettingsDeps } from "../../../src/web/deps.ts";
import { createAreaMessages } from "../../../src/web/area/area-messages.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import { openWebDesk, type Browser, type WebDesk, type WorldWithPages } from "../web-desk.ts";
import { webAddress, type World } from "../world.ts";

/** A mail that was sent. */
export interface SentMail {
  readonly to: UserRef;
  readonly card: Card;
  /** What stands around the card; missing in a mail that is about no ticket. */
  readonly mail?: TicketMail;
}

/** The client area of a world with a mail server, and what it sent. */
export interface PagesWithMail {
  readonly web: WebDesk;
  readonly mails: SentMail[];
  /** What the mail server answers; null: it takes the mail. */
  failure: Extract<Delivery, { ok: false }> | null;
}

/** The same in a world on Slack. */
export interface ClientArea extends PagesWithMail {
  /** A member of the staff invites a person, and the person signs in with the link of the mail. */
  invited(address: string, by?: string, channel?: string): Promise<Browser>;
}

/** The first link to Plazo in a card. */
export const linkIn = (card: Card): string => {
  const [link = ""] = /http:\/\/127\.0\.0\.1:3000\/[\w/-]+/.exec(JSON.stringify(card)) ?? [];
  if (link === "") throw new Error("the card has no link");
  return link.slice(webAddress.length);
};

interface AreaOptions {
  /** False: no mail server is configured. */
  readonly withMail?: boolean;
  /** How mail is sent instead of being kept in `mails`. */
  readonly mailPort?: ChatPort | null;
  /** How long (ms) a page waits for an answer, for tests that send a form twice: the second gets no answer. */
  readonly patienceMs?: number;
  readonly settings?: SettingsDeps;
}

/** Opens the client area and the web desk of a world, as a running desk does. */
export const openPagesWithMail = (
  world: WorldWithPages,
  { withMail = true, mailPort = null, patienceMs = usualPatienceMs, settings }: AreaOptions = {},
): PagesWithMail => {
  const mails: SentMail[] = [];
  const nowhere = async (): Promise<Delivery> => ({
    ok: false,
    failure: { kind: "recipientGone", why: "no channels" },
  });
  const mail: ChatPort = {
    post: nowhere,
    edit: nowhere,
    tell: async (to, card, { key }) => {
      if (area.failure !== null) return area.failure;
      mails.push({ to, card });
      return { ok: true, ref: { channel: to, id: key } };
    },
    sendMail: async (sent, { key }) => {
      if (area.failure !== null) return area.failure;
      mails.push({ to: sent.to.user, card: sent.card, mail: sent });
      return { ok: true, ref: { channel: sent.to.user, id: key } };
    },
  };
  if (withMail) world.ports.set("email", mailPort ?? mail);
  const messages = createAreaMessages({
    db: world.database.db,
    desk: world.desk,
    now: world.now,
    log: world.log,
    ports: world.ports,
    origin: () => webAddress,
  });
  world.ports.set("web", createArea(messages).port);
  const web = openWebDesk(world, webAddress, { patienceMs, ...(settings === undefined ? {} : { settings }) });
  const area: PagesWithMail = { web, mails, failure: null };
  return area;
};

/** Opens them in a world on Slack, where the staff invite people. */
export const openClientArea = (world: World, options: AreaOptions = {}): ClientArea => {
  const area = openPagesWithMail(world, options);
  return Object.assign(area, {
    invited: async (address: string, by = "U0ANA", channel = "C0ACME") => {
      await world.slack.user(by).types(channel, `/ticket invite ${address}`);
      await world.settle();
      const sent = area.mails.findLast(({ to }) => to === `email:${address}`);
      if (sent === undefined) throw new Error(`${address} got no invitation`);
      const browser = area.web.browser();
      const signedIn = await browser.post(linkIn(sent.card), {});
      if (signedIn.headers.get("location") !== "/area") throw new Error(`not signed in: ${signedIn.status}`);
      return browser;
    },
  });
};

/** Stores a contact of Acme who may use the client area, as if a colleague or the staff had invited them. */
export const letIn = async (
  { database, now }: Pick<World, "database" | "now">,
  name: string,
  addedBy: UserRef = "slack:U0ANA",
): Promise<void> => {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const identity = { user: `web:${plain}`, knownAs: `email:${plain}@acme.example`, name, account: "acme" } as const;
  await addContact(database.db, { ...identity, how: "invited", addedBy, addedAt: now(), seesAll: true });
};
