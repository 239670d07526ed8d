import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mailboxOf } from "../../adapters/email/inbound/mailbox-url.ts";
import { probeMailbox, watchMailbox, type WatchedMailbox } from "../../adapters/email/inbound/read-mailbox.ts";
import { keptLog } from "../adapters/slack/stage.ts";
import { startDovecot, whyNoDovecot, type Dovecot } from "../support/mail/dovecot.ts";
import { nuria, startMailWorld, type MailWorld } from "../support/mail/mail-world.ts";
import { rawMail } from "../support/mail/raw-mail.ts";
import { until } from "../support/until.ts";

if (whyNoDovecot !== null) process.stderr.write(`test/wire/mailbox.test.ts is skipped: ${whyNoDovecot}\n`);

/** A minute before the world's clock. */
const lately = (given: MailWorld): Date => new Date(given.world.now() - 60_000);

describe.skipIf(whyNoDovecot !== null)("a mailbox on a real IMAP server", () => {
  let given: MailWorld;
  let server: Dovecot;
  const watched: WatchedMailbox[] = [];
  beforeEach(async () => {
    [given, server] = [await startMailWorld(), await startDovecot()];
  });
  afterEach(async () => {
    for (const each of watched.splice(0)) await each.stop();
    await Promise.all([given.stop(), server.stop()]);
  });

  const settings = () => mailboxOf(server.url) ?? expect.fail("no mailbox");
  const watch = (log = keptLog()): WatchedMailbox => {
    const { acceptMail, mailOutcomes, holdMailbox, releaseMailbox } = given.world.steps.core;
    if (
      acceptMail === undefined ||
      mailOutcomes === undefined ||
      holdMailbox === undefined ||
      releaseMailbox === undefined
    )
      return expect.fail("the core takes no mail");
    const core = { acceptMail, mailOutcomes, holdMailbox, releaseMailbox };
    const pace = { soonMs: 20, holdMs: 200, lookMs: 5_000, pauseMs: 20, longestPauseMs: 100 };
    const box = watchMailbox(settings(), { core, log, now: given.world.now, pace });
    watched.push(box);
    box.start();
    return box;
  };
  /** Waits until so many mails are decided on and moved. */
  const moved = (folder: string, many: number) =>
    until(`${folder} holds ${many}`, async () => {
      await given.world.settle();
      const found = await server.holds(folder);
      return found.length === many && found;
    });
  const mail = (subject: string, more = {}) => rawMail({ from: nuria, subject, ...more });

  test("a mail opens a ticket, is seen, and lies in Plazo/Done; a mail that cannot be read lies in Plazo/Failed; older mails stay", async () => {
    await server.arrives(mail("Of last year"), new Date(given.world.now() - 200 * 24 * 3_600_000));
    await server.arrives(mail("No video"), lately(given));
    const parts = "--a\r\nContent-Type: text/plain\r\n\r\nx\r\n".repeat(300);
    const bomb = `From: ${nuria}\r\nSubject: Bomb\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n${parts}`;
    await server.arrives(Buffer.from(bomb), lately(given));
    watch();
    expect(await moved("Plazo/Done", 1)).toEqual([{ subject: "No video", isSeen: true }]);
    expect(await moved("Plazo/Failed", 1)).toEqual([{ subject: "Bomb", isSeen: true }]);
    expect(await server.holds("INBOX")).toEqual([{ subject: "Of last year", isSeen: false }]);
    const { title, sla } = await given.world.ticket();
    expect(title).toBe("No video");
    // The clock counts from when the mail server took the mail.
    expect(sla.clocks.find(({ kind }) => kind === "firstResponse")?.startedAt).toBe(lately(given).getTime());

    // The next one is announced by IDLE.
    await server.arrives(mail("No sound"), lately(given));
    await moved("Plazo/Done", 2);
    expect(await given.became()).toEqual(["opens", "setAside tooManyParts", "opens"]);
  });

  test("after the server was away, and after a person moved a mail back, each mail is one ticket", async () => {
    const log = keptLog();
    const box = watch(log);
    await server.arrives(mail("First"), lately(given));
    await moved("Plazo/Done", 1);
    await server.halt();
    await server.resume();
    await server.arrives(mail("Second"), lately(given));
    await moved("Plazo/Done", 2);
    await server.halt();
    await server.resume();
    await server.arrives(mail("Third"), lately(given));
    await moved("Plazo/Done", 3);
    // A mailbox that was reached in between is tried again at once: its pauses do not add up over days.
    expect(log.lines.filter((line) => line.includes("mailbox.failed") && line.includes('"failures":0'))).toHaveLength(
      2,
    );
    expect(box.notReady()).toBeNull();
    await server.asPerson(async (client) => {
      await client.mailboxOpen("Plazo.Done");
      await client.messageMove("1", "INBOX");
    });
    await moved("Plazo/Done", 3);
    expect(await given.became()).toEqual(["opens", "opens", "opens"]);
  });

  test("of two processes one fetches, and the other takes over when it ends", async () => {
    const first = watch();
    await server.arrives(mail("First"), lately(given));
    await moved("Plazo/Done", 1);
    watch();
    await first.stop();
    await server.arrives(mail("Second"), lately(given));
    await moved("Plazo/Done", 2);
    expect(await given.became()).toEqual(["opens", "opens"]);
  });

  test("a mailbox that was never reached says so, in codes only; the operator's check says it too", async () => {
    expect(await probeMailbox(settings())).toEqual([]);
    const wrong = { ...settings(), password: "wrong" };
    expect(await probeMailbox(wrong)).toEqual(["the mailbox at 127.0.0.1 does not answer: AUTHENTICATIONFAILED"]);
    await server.halt();
    const box = watch();
    const why = await until("the mailbox is in trouble", () => box.notReady());
    expect(why).toMatch(/^the mailbox at 127\.0\.0\.1 does not answer: \w+$/);
    await server.resume();
    await until("the mailbox is reached", () => box.notReady() === null);
  });
});
