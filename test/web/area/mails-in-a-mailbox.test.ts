import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createEmail } from "../../../adapters/email/index.ts";
import type { Locale } from "../../../src/desk/desk.ts";
import { sayIn } from "../../../src/i18n/say.ts";
import { openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { headerOf, readMail, startMailServer, type MailServer, type ReadMail } from "../../support/mail-server.ts";
import { until } from "../../support/until.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { startWorld, webAddress, type World } from "../../support/world.ts";

const address = "nuria@acme.example";
const agentsWords = "¿Já está? Yes — it works <again> & “well”.";

let world: World;
let server: MailServer;
let area: ClientArea;

/** A desk with a mail server, and an account whose people read this language. */
const starts = async (locale: Locale): Promise<void> => {
  world = await startWorld("http", promisingDesk);
  const { log, now } = world;
  const mailPort = createEmail({ url: server.url, from: "Vodlix Support <support@example.com>" }, { log, now }).port;
  area = openClientArea(world, { mailPort });
  const acme = promisingDesk.accounts["acme"] ?? expect.fail("no account");
  const timezone = { en: "Europe/London", es: "Europe/Madrid", pt: "America/Sao_Paulo" }[locale];
  await world.applies({
    ...promisingDesk,
    mail: { support: "support@example.com", head: null, answers: "support+*@example.com", trustUnverified: true },
    accounts: { ...promisingDesk.accounts, acme: { ...acme, locale, timezone } },
  });
};

const mailbox = (): readonly ReadMail[] => server.mails.map(readMail);
const pathIn = ({ text }: ReadMail): string =>
  /http:\/\/127\.0\.0\.1:3000(\/[\w/-]+)/.exec(text)?.[1] ?? expect.fail(text);
const latest = (): ReadMail => mailbox().at(-1) ?? expect.fail("no mail");

/** All mails that a contact gets from the invitation to the rating. */
const mailsIn = async (locale: Locale): Promise<readonly ReadMail[]> => {
  await starts(locale);
  const say = sayIn(locale);
  await world.slack.user("U0ANA").types("C0ACME", `/ticket invite ${address} Núria`);
  await world.settle();
  const nuria = area.web.browser();
  await nuria.post(pathIn(latest()), {});
  await nuria.press(await nuria.page("/area/new"), say("form.ticketSubmit"), {
    "answer.title": "No video",
    "answer.severity": "high",
    "answer.description": "Nothing plays.",
  });
  await world.settle();
  const { user } = world.slack;
  await user("U0LUIS").presses(world.card(), "reply");
  await user("U0LUIS").submits({ text: agentsWords });
  await world.settle();
  await world.pass(1);
  await user("U0LUIS").presses(world.card(), "severity 1001 critical");
  await world.settle();
  await user("U0LUIS").presses(world.card(), "wait");
  await user("U0LUIS").submits();
  await world.settle();
  await world.pass(24 * 60);
  await user("U0LUIS").types("C0TRIAGE", "/ticket close 1001");
  await world.settle();
  await area.web.browser().post("/area/sign-in", { email: address });
  const asked = say("area.linkMailSummary", { desk: promisingDesk.name });
  await until("the link is there", () => latest().subject === asked);
  return mailbox();
};

const tagless = (html: string): string =>
  html
    .replace(/<head>.*<\/head>/s, "")
    .replaceAll(/<hr[^>]*>/g, "-----")
    .replaceAll(/<a href="([^"]*)">([^<]*)<\/a>/g, "$2 ($1)")
    .replaceAll("</td><td", ": <td")
    .replaceAll(/(?:<\/?strong>|<\/?span[^>]*>|<td[^>]*>)/g, "")
    .replaceAll(/<[^>]*>/g, "\n")
    .replaceAll("&#60;", "<")
    .replaceAll("&#62;", ">")
    .replaceAll("&#39;", "'")
    .replaceAll("&#34;", '"')
    .replaceAll("&#38;", "&");

/** A text without the secrets of its links and addresses, which are different each time and may contain any letters. */
const withoutSecret = (text: string): string =>
  text.replaceAll(/sign-in\/[\w-]+/g, "sign-in/…").replaceAll(/t-1001\.[a-z2-7]{16}/g, "t-1001.…");

const shownHeaders = ["From", "Reply-To", "List-Id", "Auto-Submitted"];

const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/^> /, "").trim())
    .filter((line) => line !== "");

describe("the mails of a contact, read from their mailbox", () => {
  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(async () => {
    await world.stop();
    await server.stop();
  });

  test.each(["en", "es", "pt"] as const)("in %s", async (locale) => {
    const mails = await mailsIn(locale);
    const shown = mails.map(({ to, subject, text }, index) => {
      const sent = server.mails[index] ?? expect.fail("no mail");
      const headers = shownHeaders.flatMap((name) => {
        const value = headerOf(sent, name);
        return value === null ? [] : [`${name}: ${withoutSecret(value)}`];
      });
      return [...headers, `To: ${to.join(", ")}`, `Subject: ${subject}`, "", withoutSecret(text)].join("\n");
    });
    await expect(`${shown.join("\n\n----\n\n")}\n`).toMatchFileSnapshot(`mails/${locale}.txt`);
    for (const { to, subject, text, html } of mails) {
      expect([subject, to]).toEqual([subject, [address]]);
      expect(text).toContain(webAddress);
      // Both parts say the same.
      expect(linesOf(tagless(html)).join("\n"), subject).toBe(linesOf(text).join("\n"));
      expect(`${subject} ${withoutSecret(text)}`).not.toMatch(
        /\bUTC\b|\/ticket\b|slack|discord|triage|undefined|\{\{|web:|C0|U0|1\.1\b/i,
      );
    }
  });
});
