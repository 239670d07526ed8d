import { afterEach, beforeEach, expect, test } from "vitest";
import type { SentMail } from "../../support/client-area/client-area.ts";
import { nuria, startMailWorld, type MailWorld } from "../../support/mail/mail-world.ts";
import { inEnglish, inSpanish } from "../../support/sentences.ts";

let given: MailWorld;
beforeEach(async () => {
  given = await startMailWorld();
});
afterEach(() => given.stop());

const pau = "Pau <pau@acme.example>";
const luis = () => given.world.slack.user("U0LUIS");
const inTriage = () => given.world.thread(given.world.card()).map(({ text }) => text);
const told = (address: string): readonly SentMail[] => given.area.mails.filter(({ to }) => to === `email:${address}`);
const texts = (address: string): string => JSON.stringify(told(address));
const opens = (head: readonly string[] = [`Cc: ${pau}, support@example.com, Luis <luis@elsewhere.example>`]) =>
  given.mails({ from: nuria, to: "support@example.com", subject: "El vídeo no se ve", text: "Desde hoy.", head });
const replies = async (text: string): Promise<void> => {
  await luis().presses(given.world.card(), "reply");
  await luis().submits({ text });
  await given.world.pass(1);
};
const presses = async (label: string): Promise<void> => {
  const message = given.world.thread(given.world.card()).find(({ raw }) => JSON.stringify(raw).includes(label));
  await luis().presses(message ?? expect.fail(`nothing has ${label}`), label);
  await given.world.settle();
};

test("triage reads once whom a customer copied, and adds them with one press: from then on they get the answers", async () => {
  await opens();
  const copied = inTriage().filter((text) => inEnglish("followers.copied").test(text));
  expect(copied).toHaveLength(1);
  expect(copied[0]).toMatch(/Pau <pau@acme\.example>[^]*Luis <luis@elsewhere\.example>/);
  expect(copied[0]).not.toContain("support@example.com");
  await replies("Lo miramos.");
  expect(told("pau@acme.example")).toEqual([]);
  await given.mails({
    from: nuria,
    to: await given.signedAddress(1001),
    subject: "Re: El vídeo no se ve",
    text: "Sigue igual.",
    head: [`Cc: ${pau}`],
  });
  expect(inTriage().filter((text) => inEnglish("followers.copied").test(text))).toHaveLength(1);

  await presses("Add Pau");
  expect(texts("pau@acme.example")).toMatch(inSpanish("followers.youFollow", { by: "Luis Gil", ticket: "T-1001" }));
  await luis().writes("C0TRIAGE", "canary: internal", { thread: given.world.card().ts });
  await replies("Ya funciona.");
  expect(texts("pau@acme.example")).toContain("Ya funciona.");
  expect(texts("pau@acme.example")).not.toContain("canary");
  expect(texts("luis@elsewhere.example")).toBe("[]");
});

test("a follower writes on the ticket by mail, until they are removed", async () => {
  await opens();
  await presses("Add Pau");
  const { user } = (await given.world.ticket()).followers[0] ?? expect.fail("nobody follows");
  const answers = async (text: string): Promise<void> =>
    given.mails({ from: pau, to: await given.signedAddress(1001, user), subject: "Re: El vídeo no se ve", text });
  await answers("En mi tele también.");
  expect((await given.world.messages()).map(({ text }) => text)).toContain("En mi tele también.");
  await presses("Remove");
  expect((await given.world.ticket()).followers).toEqual([]);
  const before = told("pau@acme.example").length;
  await replies("Ya funciona.");
  // What they wrote themselves gave them the right to no later answer.
  expect(told("pau@acme.example")).toHaveLength(before);
  await answers("¿Hay noticias?");
  expect((await given.world.messages()).map(({ text }) => text)).not.toContain("¿Hay noticias?");
});

test("an agent adds a person of the account by address or name; others are refused with the reason", async () => {
  await opens([]);
  const adds = async (person: string): Promise<string> => {
    await luis().presses(given.world.card(), "follower");
    await luis().submits({ person });
    await given.world.settle();
    return luis().privates.at(-1)?.text ?? "";
  };
  expect(await adds("Núria")).toMatch(inEnglish("refusal.isRequester", { name: "Núria" }));
  expect(await adds("Nobody at all")).toMatch(inEnglish("refusal.noContact", { name: "Nobody at all" }));
  expect(await adds("  PAU@Acme.example ")).toMatch(inEnglish("done.follower", { name: "pau@acme.example" }));
  expect(await adds("pau@acme.example")).toMatch(inEnglish("refusal.followsAlready", { name: "pau@acme.example" }));
  expect(given.world.card().text).toContain("pau@acme.example");
});

test("a follower who sees their own tickets only finds the ticket in the client area, and no other one", async () => {
  await opens([]);
  await luis().presses(given.world.card(), "follower");
  await luis().submits({ person: "pau@acme.example" });
  await given.mails({ from: nuria, to: "support@example.com", subject: "Otra cosa", text: "Y esto." });
  const page = await given.area.invited("pau@acme.example");
  const list = await page.page("/area");
  expect(list).toContain("El vídeo no se ve");
  expect(list).not.toContain("Otra cosa");
  expect(await page.page("/area/tickets/1001")).toContain("El vídeo no se ve");
});
