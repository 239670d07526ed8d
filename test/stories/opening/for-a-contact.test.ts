import { afterEach, beforeEach, expect, test } from "vitest";
import { mailDesk, startMailWorld, type MailWorld } from "../../support/mail/mail-world.ts";

let given: MailWorld;
beforeEach(async () => {
  given = await startMailWorld(mailDesk);
});
afterEach(() => given.stop());

const luis = () => given.world.slack.user("U0LUIS");
const form = { title: "No picture", severity: "high", description: "He rang: channel 3 is black." };
const lastPrivate = (): string => luis().privates.at(-1)?.text ?? "";

test("an agent who took a call opens a ticket for a contact with an address, who is the requester and gets the receipt by mail", async () => {
  await luis().types("C0TRIAGE", "/ticket for nuria@acme.example No picture");
  await luis().submits({ ...form, contact: "Nuria" });
  await given.world.settle();
  const { requester, account, title, conversation } = await given.world.ticket();
  expect({ requester, account, title, conversation }).toEqual({
    requester: { user: "web:nuria", name: "Núria", account: null },
    account: "acme",
    title: "No picture",
    conversation: expect.objectContaining({ kind: "person", user: "web:nuria" }) as unknown,
  });
  expect(given.area.mails.map(({ to, mail }) => [to, mail?.subject])).toEqual([
    ["email:nuria@acme.example", "[T-1001] No picture"],
  ]);
  // Her answer is on the ticket.
  await given.mails({
    from: "nuria@acme.example",
    to: await given.signedAddress(1001),
    subject: "Re",
    text: "Thanks.",
  });
  expect(await given.became()).toEqual(["onTicket"]);
});

test("a contact in chat hears of it in their account's channel", async () => {
  await luis().types("C0TRIAGE", "/ticket for @carla No picture");
  await luis().submits({ ...form, contact: "Carla Roca" });
  await given.world.settle();
  const { requester, account } = await given.world.ticket();
  expect([requester, account]).toEqual([{ user: "slack:U0CARLA", name: "Carla Roca", account: null }, "acme"]);
  expect(given.world.conversation("C0ACME").text).toContain("No picture");
});

test("a colleague, a stranger and an unknown address are no contacts, and a customer opens for no one", async () => {
  for (const whom of ["@marta", "@sam", "eve@elsewhere.example"]) {
    await luis().types("C0TRIAGE", `/ticket for ${whom} No picture`);
    await luis().submits({ ...form, contact: "Eve Stone" });
    await given.world.settle();
    expect(lastPrivate()).toContain("is no contact of an account");
  }
  const carla = given.world.slack.user("U0CARLA");
  await carla.types("C0ACME", "/ticket for @oliver No picture");
  expect(carla.seesForm()).toBeNull();
  await carla.forges("C0ACME", "submit-for slack:U0OLIVER", { ...form, contact: "Oliver" });
  await given.world.settle();
  await expect(given.world.ticket()).rejects.toThrow();
});

test("the page of an account has a button for each of its people", async () => {
  const marta = await given.area.web.signedIn("slack:U0MARTA");
  const opened = await marta.press(await marta.page("/desk/accounts/acme"), "Open a ticket");
  expect(await opened.text()).toContain("Ticket for a contact");
});
