import type { Desk } from "../../../src/desk/desk.ts";
import { ticketAddress } from "../../../src/mail/ticket-address.ts";
import { mailKey } from "../../../src/db/mail/mail-key-store.ts";
import { mails } from "../../../src/db/schema/received-mail-schema.ts";
import { asc } from "../../../src/db/schema/orm.ts";
import type { UserRef } from "../../../src/tickets/refs.ts";
import { letIn, openClientArea, type ClientArea } from "../client-area/client-area.ts";
import { sampleDesk } from "../sample-desk.ts";
import { startWorld, type World } from "../world.ts";
import { rawMail, type WrittenMail } from "./raw-mail.ts";

/** The sample desk with addresses for mail. */
export const mailDesk: Desk = {
  ...sampleDesk,
  mail: {
    support: "support@example.com",
    head: "head@example.com",
    answers: "support+*@example.com",
    trustUnverified: true,
  },
};

/** A world on Slack in which Núria of Acme is known by mail. */
export interface MailWorld {
  readonly world: World;
  readonly area: ClientArea;
  /** A mail server takes a mail; what comes of it happens. */
  mails(mail: WrittenMail): Promise<void>;
  /** What became of each mail, the oldest first: `opens`, `stranger unknown`. */
  became(): Promise<readonly string[]>;
  /** The address to which a contact of Acme answers on a ticket. */
  signedAddress(ticket: number, contact?: UserRef): Promise<string>;
  stop(): Promise<void>;
}

/** Her line `From`. */
export const nuria = "Núria <nuria@acme.example>";

export const startMailWorld = async (desk: Desk = mailDesk): Promise<MailWorld> => {
  const world = await startWorld("http", desk);
  const area = openClientArea(world);
  await letIn(world, "Núria");
  await world.settle();
  const { db } = world.database;
  return {
    world,
    area,
    mails: async (mail) => {
      const raw = rawMail(mail);
      await world.steps.core.acceptMail?.(raw, {
        source: "http",
        receivedAt: world.now(),
        sentTo: [],
        size: raw.byteLength,
        isWhole: true,
      });
      await world.settle();
    },
    became: async () => {
      const rows = await db.select().from(mails).orderBy(asc(mails.id));
      return rows.map(({ became, why, state }) => [became ?? state, why].filter((each) => each !== null).join(" "));
    },
    signedAddress: async (ticket, contact = "web:nuria") =>
      ticketAddress(await mailKey(db, world.now()), "support+*@example.com", { ticket, account: "acme", contact }),
    stop: () => world.stop(),
  };
};
