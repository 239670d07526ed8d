import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { escalationOf } from "../../src/tickets/ticket.ts";
import { nuria, startMailWorld, type MailWorld } from "../support/mail/mail-world.ts";

let given: MailWorld;
beforeEach(async () => {
  given = await startMailWorld();
});
afterEach(() => given.stop());

const ticket = (number = 1001) => given.world.ticket(number);

describe("a contact's mail", () => {
  test("opens a ticket with the subject as its title, the words, the files, and the time of the mail server", async () => {
    await given.mails({
      from: nuria,
      subject: "Re: Fwd: El vídeo no se ve",
      text: "Desde las nueve.\n\n-- \nNúria, Acme",
      files: [{ name: "player.log", type: "text/plain", content: "error 42" }],
    });
    expect(await given.became()).toEqual(["opens"]);
    const { title, description, account, requester, askedIn, sla } = await ticket();
    expect({ title, description, account, requester: requester.user, askedIn }).toEqual({
      title: "El vídeo no se ve",
      description: "Desde las nueve.",
      account: "acme",
      requester: "web:nuria",
      askedIn: "web:nuria",
    });
    expect(sla.clocks.map(({ kind }) => kind)).toContain("firstResponse");
    expect(given.world.slack.files.map(({ name }) => name)).toEqual(["player.log"]);
  });

  test("is one ticket however often it comes, also with other lines of servers on the way", async () => {
    const mail = { from: nuria, subject: "No video", text: "Nothing plays.", id: "<one@acme.example>" };
    await given.mails(mail);
    await given.mails(mail);
    await given.mails({ ...mail, head: ["Received: from a by b", "Delivered-To: head@example.com"] });
    expect(await given.became()).toEqual(["opens"]);
    // Another text under the same id is another mail.
    await given.mails({ ...mail, text: "It plays again." });
    expect(await given.became()).toEqual(["opens", "opens"]);
  });

  test("to the signed address of a ticket is her message on it", async () => {
    await given.mails({ from: nuria, subject: "No video" });
    await given.mails({
      from: nuria,
      to: await given.signedAddress(1001),
      subject: "Re: No video",
      text: "Still down.",
    });
    expect(await given.became()).toEqual(["opens", "onTicket"]);
    expect((await given.world.messages(1001)).map(({ text }) => text)).toContain("Still down.");
  });

  test("to a forged address, or to one of another contact's ticket, finds nothing and opens a ticket", async () => {
    await given.mails({ from: nuria, subject: "No video" });
    const address = await given.signedAddress(1001);
    await given.mails({ from: nuria, to: address.replace(/.@/, "a@"), text: "One." });
    await given.mails({ from: nuria, to: await given.signedAddress(1001, "web:other"), text: "Two." });
    expect(await given.became()).toEqual(["opens", "opens", "opens"]);
  });

  test("waits for the staff if its sender is unknown or forged, and opens nothing", async () => {
    await given.mails({ from: "Eve <eve@elsewhere.example>", subject: "Hello" });
    await given.mails({ subject: "No author" });
    expect(await given.became()).toEqual(["stranger unknown", "stranger noAuthor"]);
  });

  test("by a machine is never a message, nor a ticket", async () => {
    await given.mails({ from: nuria, subject: "Out of office", head: ["Auto-Submitted: auto-replied"] });
    expect(await given.became()).toEqual(["automatic outOfOffice"]);
  });
});

describe("a mail to the head of support", () => {
  test("opens a ticket that is escalated, and a second one on it is her message", async () => {
    await given.mails({ from: nuria, to: "head@example.com", subject: "Nobody answers", text: "Please." });
    expect(escalationOf(await ticket())).toMatchObject({ why: null, breached: null });
    await given.mails({ from: nuria, to: "head@example.com", subject: "Nobody answers", text: "Still." });
    expect(await given.became()).toEqual(["opens", "onTicket"]);
  });
});
