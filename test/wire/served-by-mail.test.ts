import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mailboxOf } from "../../adapters/email/inbound/mailbox-url.ts";
import { createEmail } from "../../adapters/email/index.ts";
import type { Adapter } from "../../src/chat/port.ts";
import { letIn, openClientArea, type ClientArea } from "../support/client-area/client-area.ts";
import { headerOf, readMail, startMailServer, type MailServer, type ReceivedMail } from "../support/mail-server.ts";
import { startDovecot, whyNoDovecot, type Dovecot } from "../support/mail/dovecot.ts";
import { mailDesk, nuria } from "../support/mail/mail-world.ts";
import { rawMail, type WrittenMail } from "../support/mail/raw-mail.ts";
import { until } from "../support/until.ts";
import { startWorld, webAddress, type World } from "../support/world.ts";

if (whyNoDovecot !== null) process.stderr.write(`test/wire/served-by-mail.test.ts is skipped: ${whyNoDovecot}\n`);

describe.skipIf(whyNoDovecot !== null)("a customer with nothing but a mail program", () => {
  let world: World;
  let area: ClientArea;
  let mailbox: Dovecot;
  let server: MailServer;
  let adapter: Adapter;
  beforeEach(async () => {
    [world, mailbox, server] = [await startWorld("http", mailDesk), await startDovecot(), await startMailServer()];
    const settings = { url: server.url, from: "Vodlix Support <support@example.com>" };
    const own = mailboxOf(mailbox.url);
    adapter = createEmail(
      { ...settings, ...(own === null ? {} : { mailbox: own }) },
      { log: world.log, now: world.now, core: world.steps.core },
    );
    area = openClientArea(world, { mailPort: adapter.port });
    await letIn(world, "Núria");
    await world.settle();
    await adapter.start?.();
  });
  afterEach(async () => {
    await adapter.stop();
    await Promise.all([world.stop(), mailbox.stop(), server.stop()]);
  });

  const sends = (mail: WrittenMail): Promise<void> =>
    mailbox.arrives(rawMail({ from: nuria, ...mail }), new Date(world.now()));
  /** Answers a mail as mail programs do: to its Reply-To, below its thread, above what they quote. */
  const answers = (to: ReceivedMail, words: string): Promise<void> => {
    const header = (name: string): string => headerOf(to, name) ?? "";
    const quoted = readMail(to).text.replaceAll(/^/gm, "> ");
    return sends({
      to: header("Reply-To"),
      subject: `Re: ${header("Subject")}`,
      head: [
        `In-Reply-To: ${header("Message-ID")}`,
        `References: ${header("References")} ${header("Message-ID")}`.replaceAll(/\s+/g, " "),
      ],
      text: `${words}\n\nEl lun, 12 ene 2026 a las 10:05, Vodlix Support (<support@example.com>) escribió:\n\n${quoted}\n\n-- \nNúria Roca\nAcme TV`,
    });
  };
  const mails = (many: number): Promise<readonly ReceivedMail[]> =>
    until(`${many} mails went out`, async () => {
      await world.settle();
      return server.mails.length >= many && server.mails;
    });
  const last = async (many: number): Promise<ReceivedMail> => (await mails(many)).at(many - 1) ?? expect.fail("none");
  const luis = () => world.slack.user("U0LUIS");
  const replies = async (text: string): Promise<void> => {
    await luis().presses(world.card(), "reply");
    await luis().submits({ text });
  };
  const inside = (): string =>
    world
      .thread(world.card())
      .map(({ text }) => text)
      .join("\n");

  test("is served from the first word to the rating, in one thread", async () => {
    await sends({ subject: "No hay vídeo", text: "El canal 3 está en negro.", id: "<first@acme.example>" });
    const receipt = await last(1);
    expect([headerOf(receipt, "Subject"), headerOf(receipt, "In-Reply-To"), receipt.to]).toEqual([
      "[T-1001] No hay vídeo",
      "<first@acme.example>",
      ["nuria@acme.example"],
    ]);
    expect(readMail(receipt).text).toMatch(/T-1001[^]*Ana Ruiz/);

    await replies("¿Desde cuándo?");
    const question = await last(2);
    expect(readMail(question).text).toMatch(/^¿Desde cuándo\?\n\nLuis Gil/);
    await answers(question, "Desde las diez.");
    await until("her words are there", async () => {
      await world.settle();
      return inside().includes("Desde las diez.");
    });
    // What she quoted, and her signature, are not shown again.
    expect(inside()).not.toMatch(/escribió:|Núria Roca/);

    await luis().types("C0TRIAGE", "/ticket close 1001");
    const solved = await last(3);
    // Each mail after the first names the first one, so that every program shows one thread.
    for (const each of server.mails.slice(1))
      expect(headerOf(each, "References")).toContain(headerOf(receipt, "Message-ID"));
    expect(server.mails.map((each) => headerOf(each, "Subject"))).toEqual(Array(3).fill("[T-1001] No hay vídeo"));
    const link = new RegExp(`${webAddress}(/area/rate/[^)\\s]+score=good)`).exec(readMail(solved).text)?.[1] ?? "";
    const browser = area.web.browser();
    const page = await browser.page(link);
    expect(page).toContain("No hay vídeo");
    await browser.post(link.split("?")[0] ?? "", { score: "good" });
    await world.settle();
    const ticket = await world.ticket(1001);
    expect([ticket.status, ticket.rating?.given?.score]).toEqual(["resolved", "good"]);
    const done = await until("both mails are moved", async () => {
      const moved = await mailbox.holds("Plazo/Done");
      return moved.length === 2 && moved;
    });
    expect(done.map(({ isSeen }) => isSeen)).toEqual([true, true]);
    expect(await mailbox.holds("INBOX")).toEqual([]);
  });

  test("who writes to the head of support about a ticket escalates it, and the head hears of it", async () => {
    await sends({ subject: "No hay vídeo", text: "El canal 3 está en negro." });
    await last(1);
    await world.pass(5 * 60);
    await sends({ to: "head@example.com", subject: "Sin respuesta", text: "El ticket T-1001 sigue sin respuesta." });
    await until("the ticket is escalated", async () => {
      await world.settle();
      const ticket = await world.ticket(1001);
      return ticket.status !== "resolved" && ticket.escalation !== null;
    });
    expect(inside()).toContain("El ticket T-1001 sigue sin respuesta.");
    const direct = world.slack.dm("U0EVA").messages.map(({ text }) => text);
    expect(direct.join("\n")).toMatch(/T-1001/);
    // The customer hears who knows of it.
    expect(readMail(await last(2)).text).toMatch(/^Eva Sanz.*T-1001/);
  });
});
