import { afterEach, beforeEach, expect, test } from "vitest";
import { readMailFailure } from "../../../src/db/mail/mail-failure-store.ts";
import { nuria, startMailWorld, type MailWorld } from "../../support/mail/mail-world.ts";

let given: MailWorld;
beforeEach(async () => {
  given = await startMailWorld();
  await given.mails({ from: nuria, subject: "No picture" });
});
afterEach(() => given.stop());

/** A report of a mail server (RFC 3464) about the last mail to Núria. */
const report = async (status: string, action = "failed"): Promise<void> => {
  const original = given.area.mails.at(-1)?.mail?.messageId ?? expect.fail("no mail");
  const parts = [
    ["Content-Type: text/plain", "", "It did not work."],
    [
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.acme.example",
      "",
      "Final-Recipient: rfc822; nuria@acme.example",
      `Action: ${action}`,
      `Status: ${status}`,
    ],
    ["Content-Type: text/rfc822-headers", "", `Message-ID: ${original}`],
  ];
  await given.mails({
    from: "Mail Delivery <mailer-daemon@acme.example>",
    to: await given.signedAddress(1001),
    subject: "Undelivered",
    text: parts
      .flatMap((part) => ["--part", ...part])
      .concat("--part--")
      .join("\r\n"),
    head: [
      "Auto-Submitted: auto-replied",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    ],
  });
};
const replies = async (text: string): Promise<void> => {
  const luis = given.world.slack.user("U0LUIS");
  await luis.presses(given.world.card(), "reply");
  await luis.submits({ text });
  await given.world.settle();
};
/** What the team reads about mails that failed. */
const inside = (): readonly string[] =>
  given.world.thread(given.world.card()).flatMap(({ text }) => (text.includes("⚠️") ? [text] : []));
const mailed = (text: string): boolean => given.area.mails.some(({ card }) => JSON.stringify(card).includes(text));
const failure = () => readMailFailure(given.world.database.db, "web:nuria");

test("a wrong address is told to the team once, no more mail goes there, and a mail of the contact ends that", async () => {
  await replies("We look into it.");
  await report("5.1.1");
  expect(inside()).toHaveLength(1);
  expect(inside()[0]).toMatch(/Núria.*no such address \(5\.1\.1\)[^]*mails them no more/);
  expect(await failure()).toMatchObject({ status: "5.1.1", mails: 1, failingSince: given.world.now() });
  expect(await given.became()).toEqual(["opens", "bounce failed"]);
  await replies("It works again.");
  expect(mailed("It works again.")).toBe(false);
  expect(inside()).toHaveLength(2);
  // It is in the client area all the same.
  const page = await (await given.area.web.signedIn("web:nuria")).page("/area/tickets/1001");
  expect(page).toContain("It works again.");
  expect(page).not.toContain("no such address");
  await given.mails({ from: nuria, to: await given.signedAddress(1001), subject: "Re: No picture", text: "Hello?" });
  expect(await failure()).toBeNull();
  await replies("Third.");
  expect(mailed("Third.")).toBe(true);
  expect(inside()).toHaveLength(2);
});

test("of a delay the team hears only if it repeats, and a full mailbox stops nothing at first", async () => {
  await report("4.4.1", "delayed");
  expect(inside()).toEqual([]);
  await report("4.4.1", "delayed");
  expect(inside()).toHaveLength(1);
  await given.world.pass(8 * 24 * 60);
  await report("5.2.2");
  expect(inside()).toHaveLength(2);
  await replies("Still here.");
  expect(mailed("Still here.")).toBe(true);
});

test("a server that refuses the address at once is told too, and the contact is invited again", async () => {
  given.area.failure = { ok: false, failure: { kind: "recipientGone", why: "EENVELOPE 550 5.1.1" } };
  await replies("We look into it.");
  expect(inside()).toHaveLength(1);
  given.area.failure = null;
  await replies("Second.");
  expect([mailed("Second."), inside().length]).toEqual([false, 2]);
  const ana = given.world.slack.user("U0ANA");
  await ana.types("C0ACME", "/ticket invite nuria@acme.example");
  await given.world.settle();
  expect(await failure()).toBeNull();
});

test("the team hears nothing of a report about a mail that Plazo did not send", async () => {
  await given.mails({
    from: "Mail Delivery <mailer-daemon@acme.example>",
    to: "support+t-1001.aaaaaaaaaaaaaaaa@example.com",
    subject: "Undelivered",
    head: [
      "Auto-Submitted: auto-replied",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=part",
    ],
    text: "--part\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n--part--",
  });
  expect([await given.became(), inside(), await failure()]).toEqual([["opens", "bounce failed"], [], null]);
});
