import { afterEach, beforeEach, expect, test } from "vitest";
import { nuria, startMailWorld, type MailWorld } from "../../support/mail/mail-world.ts";
import type { Browser } from "../../support/web-desk.ts";

let given: MailWorld;
let luis: Browser;
beforeEach(async () => {
  given = await startMailWorld();
  luis = await given.area.web.signedIn("slack:U0LUIS");
});
afterEach(() => given.stop());

const eve = "Eve <eve@elsewhere.example>";
const opened = async (subject: string): Promise<string> => {
  const list = await luis.page("/desk/mails");
  const [, path = ""] = new RegExp(`href="(/desk/mails/\\d+)"[^>]*>\\s*${subject}`).exec(list) ?? [];
  return luis.page(path);
};

test("an agent reads a stranger's mail and names the account: it opens the stranger's ticket, and their answer finds it", async () => {
  await given.mails({
    from: eve,
    subject: "No picture",
    text: "Nothing <b>plays</b>.",
    cc: "Bob <bob@elsewhere.example>",
  });
  await given.mails({ from: eve, subject: "And no sound", text: "Still." });
  expect(await luis.page("/desk")).toContain("/desk/mails");
  const page = await opened("No picture");
  for (const shown of [
    "Eve &lt;eve@elsewhere.example&gt;",
    "Nothing &lt;b&gt;plays&lt;/b&gt;.",
    "Bob &lt;bob@",
    "No account has this address.",
  ])
    expect(page).toContain(shown);
  expect(await (await luis.press(page, "It is from this account", { account: "" })).text()).toContain(
    "Choose an account.",
  );
  await luis.press(page, "It is from this account", { account: "acme" });
  await given.world.settle();
  expect(await given.became()).toEqual(["opens", "opens"]);
  expect(await luis.page("/desk/mails")).toContain("No mail waits.");
  const { title, requester, account } = await given.world.ticket(1001);
  expect([title, account]).toEqual(["No picture", "acme"]);
  const [first] = given.area.mails.filter(({ mail }) => mail?.subject === "[T-1001] No picture");
  expect(first?.to).toBe("email:eve@elsewhere.example");
  await given.mails({
    from: eve,
    to: await given.signedAddress(1001, requester.user),
    subject: "Re: No picture",
    text: "More.",
  });
  expect((await given.became()).at(-1)).toBe("onTicket");
});

test("a mail that is no request goes, and a muted sender is heard again only when an agent says so", async () => {
  await given.mails({ from: eve, subject: "Buy" });
  await luis.press(await opened("Buy"), "Not a request", {});
  await given.mails({ from: eve, subject: "Buy more" });
  await given.mails({ from: eve, subject: "Buy most" });
  await luis.press(await opened("Buy more"), "Mute the sender", {});
  await given.mails({ from: eve, subject: "Buy all" });
  const list = await luis.page("/desk/mails");
  expect(list).toContain("No mail waits.");
  expect(await given.became()).toEqual(["refused dismissed", "refused muted", "refused muted", "refused muted"]);
  await luis.press(list, "Show new mails of eve@elsewhere.example", {});
  await given.mails({ from: eve, subject: "Sorry" });
  expect((await given.became()).at(-1)).toBe("stranger unknown");
});

test("who lost access gets it back from the account's managers only", async () => {
  await given.world.slack.user("U0ANA").forges("C0ACME", "withdraw web:nuria");
  await given.world.settle();
  await given.mails({ from: nuria, subject: "Let me in" });
  // Luis is the deputy of the account's manager; Marta is an agent.
  const marta = await given.area.web.signedIn("slack:U0MARTA");
  const refused = await marta.press(await marta.page("/desk/mails/1"), "It is from this account", { account: "acme" });
  expect(await refused.text()).toContain("withdrew the access");
  expect(await given.became()).toEqual(["stranger unknown"]);
  await luis.press(await opened("Let me in"), "It is from this account", { account: "acme" });
  await given.world.settle();
  expect(await given.became()).toEqual(["opens"]);
});

test("technicians and contacts read no such mail, and a decided one is a page with a way on", async () => {
  await given.mails({ from: eve, subject: "Secret words", text: "a secret" });
  const tech = await given.area.web.signedIn("slack:U0TOM");
  expect(await tech.page("/desk/mails")).not.toContain("Secret words");
  expect(await tech.page("/desk/mails/1")).not.toContain("a secret");
  expect((await tech.get("/desk/mails/1/mail.eml")).status).toBe(404);
  const raw = await luis.get("/desk/mails/1/mail.eml");
  expect([raw.headers.get("content-type"), raw.headers.get("content-disposition")]).toEqual([
    "message/rfc822",
    expect.stringMatching(/^attachment/),
  ]);
  expect(await raw.text()).toContain("a secret");
  const page = await luis.page("/desk/mails/1");
  await luis.press(page, "Not a request", {});
  expect(await (await luis.press(page, "Not a request", {})).text()).toContain("A decision about this mail was made.");
});

test("triage reads which mails wait, once for those that come close together, and an unknown sender gets one answer", async () => {
  const verified = { head: ["Authentication-Results: mx.example.com; dmarc=pass header.from=elsewhere.example"] };
  const { world, area } = given;
  const inTriage = (): readonly string[] =>
    world.slack
      .channel("C0TRIAGE")
      .messages.map(({ text, blocks }) => `${text} ${JSON.stringify(blocks)}`)
      .filter((text) => /mails? waits?/.test(text));
  await given.mails({ from: eve, subject: "No picture", id: "<a@elsewhere.example>", ...verified });
  await given.mails({ from: eve, subject: "Really none", ...verified });
  await given.mails({ from: "Mallory <m@forged.example>", subject: "Unproven" });
  expect(inTriage()).toHaveLength(1);
  expect(inTriage()[0]).toContain("No picture");
  await world.pass(16);
  expect(inTriage()).toHaveLength(2);
  expect(inTriage()[1]).toMatch(/3 mails wait[^]*No picture[^]*Really none[^]*Unproven/);
  const answers = area.mails.filter(({ mail }) => mail?.subject.startsWith("Re: ") === true);
  expect(answers.map(({ to, mail }) => [to, mail?.subject, mail?.inReplyTo, mail?.isAutomatic])).toEqual([
    ["email:eve@elsewhere.example", "Re: No picture", "<a@elsewhere.example>", true],
  ]);
});

test("Plazo posts no message in triage after an agent decided about the mails", async () => {
  const { world } = given;
  const written = () => world.slack.channel("C0TRIAGE").messages.length;
  await given.mails({ from: eve, subject: "First" });
  const before = written();
  await given.mails({ from: eve, subject: "Second" });
  await luis.press(await opened("First"), "Mute the sender", {});
  await world.pass(16);
  expect(written()).toBe(before);
});
