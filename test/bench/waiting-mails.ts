import { setTimeout as pause } from "node:timers/promises";
import { connect } from "../../src/db/connection/connect.ts";
import { count, inArray } from "../../src/db/schema/orm.ts";
import { mails } from "../../src/db/schema/received-mail-schema.ts";
import { storeMail } from "../../src/db/mail/mail-store.ts";
import { rawMail } from "../support/mail/raw-mail.ts";
import { quiet } from "./deps-for.ts";
import { ask, cardsOf, withDesk, type FirstAnswers } from "./first-answers.ts";

/** Answers without mails, and while mails are worked off; how many waited at first, and how long (ms) they took. */
interface BesideMails {
  readonly before: FirstAnswers;
  readonly beside: FirstAnswers;
  readonly waiting: number;
  readonly readMs: number;
}

const body = "The picture freezes after some seconds, on every channel.\n".repeat(40);

/** Stores mails of many senders with a file each, as a mailbox has them that was not read for a day. */
const storeMails = async (databaseUrl: string, many: number) => {
  const database = await connect({ databaseUrl, dataDir: "" }, quiet);
  for (let n = 0; n < many; n += 1) {
    const file = { name: "player.log", type: "text/plain", content: body.repeat(4) };
    const from = `Sender ${n} <sender-${n % 300}@elsewhere.example>`;
    const raw = rawMail({ from, subject: `Mail ${n}`, text: `${n}\n${body}`, files: [file] });
    const at = Date.now();
    const mail = { key: `bench-${n}`, source: "imap", receivedAt: at, storedAt: at, size: raw.byteLength } as const;
    await storeMail(database.db, { ...mail, sentTo: [], raw, setAside: null });
  }
  const left = async (): Promise<number> => {
    const [row] = await database.db
      .select({ left: count() })
      .from(mails)
      .where(inArray(mails.state, ["arriving", "received"]));
    return row?.left ?? 0;
  };
  return { left, close: () => database.close() };
};

/** How fast a desk on Postgres answers Slack while so many mails wait, beside the same desk without them. */
export const besideWaitingMails = (
  databaseUrl: string,
  dataDir: string,
  { many, seconds }: { readonly many: number; readonly seconds: number },
): Promise<BesideMails> =>
  withDesk({ DATABASE_URL: databaseUrl }, dataDir, undefined, async (slack) => {
    const cards = await cardsOf(slack, 10);
    await ask(slack, cards, 2);
    const before = await ask(slack, cards, seconds);
    const stored = await storeMails(databaseUrl, many);
    const begun = performance.now();
    // The desk begins to read while they are stored. Most must be left, else the measurement says nothing.
    const waiting = await stored.left();
    if (waiting < many / 2) throw new Error(`only ${waiting} mails waited when the measurement began`);
    const beside = await ask(slack, cards, seconds);
    while ((await stored.left()) > 0) await pause(200);
    const readMs = performance.now() - begun;
    await stored.close();
    return { before, beside, waiting, readMs };
  });
