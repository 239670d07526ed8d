import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TicketMail } from "../../../src/chat/mail.ts";
import { mailKey } from "../../../src/db/mail/mail-key-store.ts";
import { rememberMail } from "../../../src/db/mail/mail-thread-store.ts";
import { isMessageOf, readMessageId } from "../../../src/mail/message-id.ts";
import { ratingPath } from "../../../src/mail/rating-link.ts";
import { ownerOfAddress } from "../../../src/mail/ticket-address.ts";
import { openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import type { Browser } from "../../support/web-desk.ts";
import { startWorld, webAddress, type World } from "../../support/world.ts";

const mail = { support: "support@example.com", head: null, answers: "support+*@example.com", trustUnverified: true };

let world: World;
let area: ClientArea;
let nuria: Browser;
beforeEach(async () => {
  world = await startWorld("http", { ...promisingDesk, mail });
  area = openClientArea(world);
  nuria = await area.invited("nuria@acme.example");
  const form = await nuria.page("/area/new");
  await nuria.press(form, /<button class="button primary" type="submit">([^<]+)</.exec(form)?.[1] ?? "", {
    "answer.title": "El vídeo no se ve",
    "answer.severity": "high",
    "answer.description": "No se reproduce nada.",
  });
  await world.settle();
});
afterEach(() => world.stop());

const luis = () => world.slack.user("U0LUIS");
const replies = async (text: string): Promise<void> => {
  await luis().presses(world.card(), "reply");
  await luis().submits({ text });
  await world.settle();
};
const solves = async (): Promise<void> => {
  await luis().types("C0TRIAGE", "/ticket close 1001");
  await world.settle();
};
/** The mails about the ticket, the oldest first. */
const mails = (): readonly TicketMail[] => area.mails.flatMap((each) => each.mail ?? []);
const last = (): TicketMail => mails().at(-1) ?? expect.fail("no mail");
const owner = async () => ({ ticket: 1001, account: "acme", contact: (await world.ticket()).requester.user });

describe("mails about a ticket", () => {
  test("are one thread with one subject, and their signed address finds the ticket and the contact", async () => {
    await replies("Estamos en ello.");
    await replies("Ya funciona.");
    const [receipt = last(), first = last(), second = last()] = mails();
    expect(mails().map(({ subject }) => subject)).toEqual(Array(3).fill("[T-1001] El vídeo no se ve"));
    expect(new Set(mails().map(({ messageId }) => messageId)).size).toBe(3);
    expect([receipt.inReplyTo, receipt.references]).toEqual([null, []]);
    for (const { inReplyTo, references } of [first, second])
      expect([inReplyTo, references]).toEqual([receipt.messageId, [receipt.messageId]]);
    const key = await mailKey(world.database.db, world.now());
    for (const { answerTo, messageId } of mails()) {
      expect(ownerOfAddress(key, [answerTo ?? ""], [await owner()])).toEqual(await owner());
      expect(isMessageOf(key, readMessageId(messageId) ?? expect.fail(messageId), await owner())).toBe(true);
    }
  });

  test("answer the contact's last mail, and name the first one too", async () => {
    const { contact } = await owner();
    const [root = ""] = mails().map(({ messageId }) => messageId);
    for (const id of ["<one@acme.example>", "<two@acme.example>"])
      await rememberMail(world.database.db, { ticket: 1001, contact, messageId: id, at: world.now() });
    await replies("Ya funciona.");
    expect([last().inReplyTo, last().references]).toEqual([
      "<two@acme.example>",
      ["<one@acme.example>", root, "<two@acme.example>"],
    ]);
  });

  test("come from the person who wrote, and say where a machine did", async () => {
    await replies("Ya funciona.");
    await solves();
    expect(mails().map(({ from, isAutomatic }) => [from.name, from.address, isAutomatic])).toEqual([
      ["Vodlix Support", "support@example.com", true],
      ["Luis Gil · Vodlix Support", "support@example.com", false],
      ["Vodlix Support", "support@example.com", true],
    ]);
    expect(last().list).toEqual({ id: "support.example.com", name: "Vodlix Support" });
  });

  test("wait for the undo window, and of a reply that was undone there is none", async () => {
    await world.applies({ ...promisingDesk, mail, undo: 10_000 });
    await replies("Aún no.");
    expect(JSON.stringify(mails())).not.toContain("Aún no.");
    await luis().presses("private", "undoReply");
    await world.settle();
    await replies("Ahora sí.");
    await world.pass(1);
    expect(JSON.stringify(mails())).not.toContain("Aún no.");
    expect(mails().filter(({ card }) => JSON.stringify(card).includes("Ahora sí."))).toHaveLength(1);
  });

  test("a changed card is no mail: it cannot be edited, and it says nothing that needs one", async () => {
    const before = mails().length;
    await luis().presses(world.card(), "claim");
    await world.settle();
    expect(mails()).toHaveLength(before);
  });
});

describe("the link for a rating", () => {
  const linkIn = ({ card }: TicketMail, score: string): string =>
    new RegExp(`${webAddress}(/area/rate/[^"]+score=${score})`).exec(JSON.stringify(card))?.[1] ??
    expect.fail("no link");
  const stranger = () => area.web.browser();
  const given = async () => (await world.ticket()).rating?.given?.score ?? null;

  test("rates with one press and without a sign-in; looking at the page rates nothing", async () => {
    await solves();
    const link = linkIn(last(), "ok");
    const page = await stranger().page(link);
    expect(page).toContain("T-1001 · El vídeo no se ve");
    expect(page.indexOf('value="ok"')).toBeLessThan(page.indexOf('value="good"'));
    await world.settle();
    expect(await given()).toBeNull();
    const [path = ""] = link.split("?");
    expect(await (await stranger().post(path, { score: "ok" })).text()).toContain("Gracias");
    await world.settle();
    expect(await given()).toBe("ok");
    expect((await world.ticket()).rating?.given?.by).toBe((await owner()).contact);
  });

  test("that is forged, of another ticket, contact or time, or old, is the same dead end", async () => {
    await solves();
    const [path = ""] = linkIn(last(), "good").split("?");
    const key = await mailKey(world.database.db, world.now());
    const until = Number(path.split("/").at(-1));
    const of = (other: object) => async () =>
      ratingPath(key, { ...(await owner()), ...other }, until, "good").split("?")[0];
    const dead = [
      async () => path.replace(/t-1001\.[a-z2-7]{4}/, "t-1001.aaaa"),
      async () => path.replace(String(until), String(until + 1)),
      async () => path.replace("t-1001", "t-1002"),
      of({ ticket: 1002 }),
      of({ account: "globex" }),
      of({ contact: "web:pau" }),
      async () => "/area/rate/x/y",
    ];
    for (const made of dead) {
      const answer = await stranger().post((await made()) ?? "", { score: "bad" });
      expect([answer.status, await answer.text()]).toEqual([410, expect.stringContaining("does not work any more")]);
    }
    await world.pass(31 * 24 * 60);
    expect((await stranger().post(path, { score: "bad" })).status).toBe(410);
    await world.settle();
    expect(await given()).toBeNull();
  });

  test("ends with the contact's access, and an answer that is none asks again", async () => {
    await solves();
    const [path = ""] = linkIn(last(), "good").split("?");
    expect(await (await stranger().post(path, { score: "excellent" })).text()).toContain('value="good"');
    const { contact } = await owner();
    await world.slack.user("U0ANA").forges("C0ACME", `withdraw ${contact}`);
    await world.settle();
    expect((await stranger().post(path, { score: "good" })).status).toBe(410);
    expect(await given()).toBeNull();
  });
});
