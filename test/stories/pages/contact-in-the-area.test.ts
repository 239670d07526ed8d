import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sayIn } from "../../../src/i18n/say.ts";
import { doesOn, timesIn, visibleOn } from "../../support/pages/does.ts";
import { pathIn, startPagesStage, type PagesStage } from "../../support/pages/stage.ts";
import { inEnglish } from "../../support/sentences.ts";

const en = sayIn("en");
const es = sayIn("es");
const canary = "canary:";
const address = "nuria@acme.example";
const ticket = "/area/tickets/1001";
const log = new File(["error 42"], "player.log", { type: "text/plain" });

describe.each(["slack", "discord"] as const)("the team on %s, a customer in the client area", (platform) => {
  let stage: PagesStage;
  beforeEach(async () => {
    stage = await startPagesStage(platform);
  });
  afterEach(() => stage.stop());

  const inTriage = (words: string): number => timesIn(stage.chat.below(stage.triageCard()), words);
  const lastMail = () => stage.mails().at(-1) ?? expect.fail("no mail");
  /** What a person of the staff types, and the private answer. */
  const types = async (name: "ana" | "luis", place: "acme" | "triage", word: string, options = {}): Promise<string> => {
    await stage.chat.types(name, place, word, options);
    await stage.world.settle();
    return stage.chat.privates(name).at(-1) ?? "";
  };
  const invited = () => stage.invites(address);

  test("the account manager lets a colleague in with `/ticket invite`, sees them with `/ticket access`, and withdraws it: the next page is refused", async () => {
    await stage.opens("El vídeo no se ve", "No se reproduce nada.");
    const nuria = await invited();
    expect(visibleOn(await nuria.page("/area"))).toContain("El vídeo no se ve");
    const listed = await types("ana", "acme", "access");
    expect(listed).toContain(address);
    await stage.chat.presses("ana", "private", "withdraw");
    // Slack's client asks by itself; on Discord the bot asks, with the button's own words.
    if (platform === "discord") {
      const question = stage.chat.privates("ana").at(-1);
      expect(question).toContain(en("clientAccess.withdrawTitle", { name: "nuria" }));
      expect(question).toContain(`[${en("clientAccess.withdrawYes")}]`);
      await stage.chat.presses("ana", "private", "withdraw");
    }
    await stage.world.settle();
    expect(visibleOn(await nuria.page(ticket))).not.toContain("El vídeo no se ve");
    expect((await nuria.get("/area")).headers.get("location")).toBe("/area/sign-in");
    expect(await types("ana", "acme", "access")).not.toContain(address);
    // The link of the invitation lets them in no more.
    expect((await stage.pages.browser().post(pathIn(lastMail().text) ?? "", {})).status).toBe(410);
  });

  test("a contact lives in the area: what they do reaches chat once, and the answers of chat reach the page and the mail", async () => {
    const { chat, world } = stage;
    const nuria = await invited();
    const writes = (text: string, files: readonly File[] = []) =>
      nuria.page(ticket).then((page) => nuria.press(page, es("area.send"), { text }, files));

    // Opens a ticket with a file; the card and the file are in triage.
    const opened = await nuria.press(
      await nuria.page("/area/new"),
      es("form.ticketSubmit"),
      { "answer.title": "No hay señal", "answer.severity": "high", "answer.description": "Desde las nueve." },
      [log],
    );
    expect(opened.headers.get("location")).toBe(`${ticket}?opened=yes`);
    await world.settle();
    expect(stage.triageCard().text).toContain("No hay señal");
    expect(stage.triageFiles()).toEqual(["player.log"]);

    // Asks for a call, and after a missed answer for the head of support.
    await doesOn(nuria, ticket, es("button.requestCall"), {
      button: es("form.callSubmit"),
      values: { "answer.number": "+34 600 111 222" },
    });
    await world.settle();
    expect(inTriage("+34 600 111 222")).toBeGreaterThan(0);
    await world.pass(5 * 60);
    await doesOn(nuria, ticket, es("button.escalate"));
    await world.pass(1);
    expect(timesIn(chat.direct("eva"), en("escalation.heading", { ticket: "T-1001" }))).toBe(1);

    // An agent answers with the form of chat; a note in the card's thread stays inside.
    await chat.presses("luis", stage.triageCard(), "reply");
    await chat.submits("luis", { text: "Ya está resuelto, ¿lo ve bien?" });
    await chat.writes("luis", stage.triageCard(), `${canary} the antenna was unplugged`);
    await world.pass(1);
    const answered = visibleOn(await nuria.page(ticket));
    expect(answered.split("¿lo ve bien?")).toHaveLength(2);
    const mail = stage.mails().filter(({ text }) => text.includes("¿lo ve bien?"));
    expect(mail.map(({ to, text }) => [to, pathIn(text)])).toEqual([[[address], ticket]]);

    // Writes back, closes, opens again; the agent resolves, and the contact rates.
    await writes("Sí, gracias.");
    await world.settle();
    expect(inTriage("Sí, gracias.")).toBe(1);
    await doesOn(nuria, ticket, es("button.close"));
    await world.settle();
    expect(stage.triageCard().text).toMatch(inEnglish("status.resolved"));
    await doesOn(nuria, ticket, es("button.reopen"));
    await world.settle();
    expect(stage.triageCard().text).toMatch(inEnglish("status.open"));
    await types("luis", "triage", "close", { number: "1001" });
    await doesOn(nuria, ticket, es("rating.score.good"));
    await doesOn(nuria, ticket, es("rating.comment"), {
      button: es("rating.formSubmit"),
      values: { "answer.score": "good", "answer.comment": "Rápidos al final." },
    });
    await world.pass(1);
    expect(stage.triageCard().text).toContain("Rápidos al final.");

    const read = [visibleOn(await nuria.page(ticket)), ...stage.mails().map(({ text }) => text)].join("\n");
    expect(read).toContain("Ya está resuelto");
    expect(read).not.toMatch(/canary|antenna|Rápidos al final/);
  });
});
