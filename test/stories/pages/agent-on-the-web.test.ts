import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sayIn } from "../../../src/i18n/say.ts";
import { doesOn, timesIn, visibleOn } from "../../support/pages/does.ts";
import { startPagesStage, type PagesStage } from "../../support/pages/stage.ts";
import type { Seen } from "../../support/acting.ts";
import { inEnglish } from "../../support/sentences.ts";
import { signIn, type Browser } from "../../support/web-desk.ts";

const en = sayIn("en");
const es = sayIn("es");
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const canary = "canary:";
const ticket = "/desk/tickets/1001";

describe.each(["slack", "discord"] as const)("customers on %s, an agent on the web desk", (platform) => {
  let stage: PagesStage;
  beforeEach(async () => {
    stage = await startPagesStage(platform);
  });
  afterEach(() => stage.stop());

  /** How often the customer got a text in the thread of their ticket. */
  const got = (words: string): number => timesIn(stage.chat.below(stage.customerCard()), words);
  const cardInTriage = () => stage.triageCard().text;
  const writes = async (browser: Browser, button: string, text: string): Promise<void> => {
    await browser.press(await browser.page(ticket), button, { "answer.text": text });
  };

  test("the link of `/desk web` opens the web desk as that person, once, and customers get none", async () => {
    const { chat, pages, world } = stage;
    await chat.types("luis", "triage", "desk", { words: "web" });
    await world.settle();
    const link = stage.linkShownTo("luis") ?? expect.fail("no link");
    const luis = pages.browser();
    expect(visibleOn(await luis.page(link))).toContain("Luis Gil");
    await signIn(luis, link);
    expect(visibleOn(await luis.page("/desk"))).toContain(en("web.signedInAs", { name: "Luis Gil" }));
    expect((await pages.browser().post(link, {})).status).toBe(410);
    // Discord's client does not offer the staff's command to customers.
    const asks = chat.types("carla", "acme", "desk", { words: "web" });
    if (platform === "discord") await expect(asks).rejects.toThrow("does not offer /desk");
    else await asks;
    await world.settle();
    expect(stage.linkShownTo("carla")).toBeNull();
  });

  test("an agent works on a ticket of chat on the web desk alone; the customer reads each public thing once and nothing internal", async () => {
    const { chat, pages, world } = stage;
    await stage.opens("El vídeo no se ve", "No se reproduce nada desde las diez.");
    const luis = await pages.signedIn(stage.refOf("luis"));

    // Finds it in the queue, by its tab and by the search, and claims it.
    for (const queue of ["/desk?tab=unassigned", "/desk?q=reproduce"])
      expect(visibleOn(await luis.page(queue))).toContain("T-1001 El vídeo no se ve");
    await doesOn(luis, ticket, en("button.claim"));
    expect(cardInTriage()).toContain("Luis Gil");
    expect(visibleOn(await luis.page("/desk?tab=unassigned"))).toContain(en("web.emptyTab.unassigned"));

    // The page asks before it changes the severity.
    const [critical, high] = [en("severity.critical"), en("severity.high")];
    const asked = en("severityConfirm.title", { ticket: "T-1001", to: critical });
    expect(visibleOn(await luis.page(ticket))).toContain(asked);
    await doesOn(luis, ticket, capitalised(critical));
    expect((await world.ticket()).sla.confirmedSeverity).toBe("critical");
    expect(cardInTriage()).toContain(capitalised(critical));
    expect(got(es("severity.critical"))).toBe(1);

    // Answers in public, and writes a note.
    await writes(luis, en("form.replySubmit"), "Lo estamos mirando.");
    expect(got("Lo estamos mirando.")).toBe(1);
    await writes(luis, en("form.noteSubmit"), `${canary} the encoder is broken`);
    expect(timesIn(chat.below(stage.triageCard()), "the encoder is broken")).toBe(1);

    // Asks and waits; the customer answers in chat, and the page shows it.
    await doesOn(luis, ticket, en("button.wait"), {
      button: en("replying.waitSubmit"),
      values: { "answer.text": "¿Qué versión usa?" },
    });
    expect(got("¿Qué versión usa?")).toBe(1);
    expect(cardInTriage()).toMatch(inEnglish("status.waiting"));
    expect(visibleOn(await luis.page("/desk?tab=waiting"))).toContain("El vídeo no se ve");
    await chat.writes("carla", stage.customerCard(), "La 7.2 de Android");
    await world.settle();
    expect((await world.ticket()).status).toBe("open");
    expect(visibleOn(await luis.page(ticket))).toContain("La 7.2 de Android");

    // Passes it to the technical team, who work on the web desk too.
    await doesOn(luis, ticket, en("button.tech"), {
      button: en("form.techSubmit"),
      values: { "answer.text": `${canary} please look at the manifest` },
    });
    expect(cardInTriage()).toContain("not taken yet");
    expect(timesIn(chat.roots("tech"), "please look at the manifest")).toBe(1);
    const tom = await pages.signedIn(stage.refOf("tom"));
    await doesOn(tom, ticket, en("button.claimTech"));
    expect(cardInTriage()).toContain("Tom Berg");
    await doesOn(tom, ticket, en("button.returnTech"), {
      button: en("form.techReturnSubmit"),
      values: { "answer.text": `${canary} the manifest names a codec that Android lacks` },
    });
    expect(timesIn(chat.below(stage.triageCard()), "a codec that Android lacks")).toBe(1);
    expect(visibleOn(await luis.page(`${ticket}?view=history`))).toContain("a codec that Android lacks");

    // Answers and resolves.
    await writes(luis, en("form.replySubmit"), "Ya funciona en Android.");
    await doesOn(luis, ticket, en("button.resolve"));
    expect(got("Ya funciona en Android.")).toBe(1);
    expect(got(es("message.resolved", { ticket: "T-1001" }))).toBe(1);
    expect(cardInTriage()).toMatch(inEnglish("status.resolved"));

    // Thanks reopen nothing; the page shows them.
    await chat.writes("carla", stage.customerCard(), "¡Muchas gracias!");
    await world.settle();
    expect((await world.ticket()).status).toBe("resolved");
    expect(visibleOn(await luis.page(ticket))).toContain("¡Muchas gracias!");

    const history = visibleOn(await luis.page(`${ticket}?view=history`));
    for (const done of ["history.severityChanged", "history.waitStarted", "history.resolved"] as const)
      expect(history).toContain(en(done, { from: high, to: critical }));
    expect(history.split("Luis Gil").length).toBeGreaterThan(6);
    expect(history).toContain("Tom Berg");
    expect(stage.carlaReads()).toContain("Ya funciona en Android.");
    expect(stage.carlaReads()).not.toMatch(/canary|Tom Berg|manifest|codec/);
  });

  test("what support and the technical team write to each other in chat stands among the messages of the page, and no customer reads it", async () => {
    const { chat, pages, world } = stage;
    await stage.opens("El vídeo no se ve", "No se reproduce nada desde las diez.");
    const nuria = await stage.invites("nuria@acme.example");
    const luis = await pages.signedIn(stage.refOf("luis"));
    const writesBelow = async (name: "carla" | "tom", root: Seen, text: string): Promise<Seen> => {
      const written = await chat.writes(name, root, text);
      await world.settle();
      return written;
    };
    const techCard = () => chat.roots("tech").at(-1) ?? expect.fail("no card for the technical team");
    const conversation = async () => visibleOn(await luis.page(ticket));

    await chat.presses("luis", stage.triageCard(), "tech");
    await chat.submits("luis", { text: `${canary} is the manifest right?` });
    await world.settle();
    const finding = await writesBelow("tom", techCard(), `${canary} a codec that Android lacks`);
    await writesBelow("carla", stage.customerCard(), "¿Se sabe algo?");
    await chat.presses("tom", techCard(), "returnTech");
    await chat.submits("tom", { text: `${canary} version 7 of the encoder` });
    await world.settle();
    const internal = en("web.internal");
    expect(await conversation()).toMatch(
      new RegExp(
        [
          `Luis Gil ${internal} [^]*is the manifest right[?]`,
          `Tom Berg ${internal} [^]*a codec that Android lacks`,
          "¿Se sabe algo[?]",
          `Tom Berg ${internal} [^]*version 7 of the encoder`,
        ].join("[^]*"),
      ),
    );

    // What the technician deletes is gone.
    await chat.deletes("tom", finding);
    await world.settle();
    expect(await conversation()).not.toContain("a codec");
    expect(await conversation()).toContain("version 7 of the encoder");

    // The client area, and what the customer is shown in chat.
    const area = visibleOn(await nuria.page("/area/tickets/1001"));
    expect(area).toContain("¿Se sabe algo?");
    await chat.types("carla", "acme", "show", { number: "1001" });
    await chat.types("carla", "acme", "transcript", { number: "1001" });
    await world.settle();
    expect(stage.carlaReads()).toContain("¿Se sabe algo?");
    expect(`${area} ${stage.carlaReads()}`).not.toMatch(/canary|Tom Berg|manifest|codec|encoder/);
  });
});
