import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import type { Card } from "../../src/chat/card.ts";
import type { Form } from "../../src/chat/form.ts";
import { plainCard, recordingCore, type RecordingCore } from "../adapters/contract.ts";
import { galleryCards, galleryForms, literalTexts, unshowableTexts } from "../adapters/gallery.ts";
import { openPlayground, type OpenPlayground } from "../adapters/playground/open-playground.ts";
import { launchChromium, noChromium, openPage } from "./chromium.ts";
import { faintTexts } from "./contrast.ts";

const form: Form = {
  action: "submit-ticket",
  title: "Abrir un ticket",
  submit: "Enviar",
  cancel: "Cancelar",
  fields: [
    { kind: "line", name: "title", label: "Título", required: true, maxLength: 150, initial: "Sin señal" },
    {
      kind: "radio",
      name: "severity",
      label: "Gravedad",
      required: true,
      initial: "low",
      choices: [
        { value: "high", label: "Alta", description: "Primera respuesta en 2 h" },
        { value: "low", label: "Baja" },
      ],
    },
    { kind: "paragraph", name: "description", label: "Qué ocurre", required: true, maxLength: 40_000 },
  ],
};

const ticketCard: Card = {
  summary: "T-7 · Sin señal",
  severity: "critical",
  parts: [
    { part: "heading", text: "T-7 · Sin señal" },
    {
      part: "buttons",
      label: "Ticket",
      buttons: [
        { action: "claim 7", label: "Claim", style: "primary" },
        { action: "resolve 7", label: "Resolve", confirm: { title: "Sure?", text: "Really?", yes: "Do it", no: "No" } },
      ],
      menu: { label: "More", items: [{ action: "note 7", label: "Internal note" }] },
    },
  ],
};

/** Asked inside the page: nothing sticks out sideways. */
const fits = "document.documentElement.scrollWidth <= innerWidth";

describe.skipIf(noChromium !== "")("the playground's page", () => {
  let browser: Browser;
  let page: Page;
  let core: RecordingCore;
  let playground: OpenPlayground;
  let troubles: string[];

  const open = async (as: string, size = { width: 1280, height: 800 }): Promise<void> => {
    page = await openPage(browser, { viewport: size, locale: "en-GB" });
    page.on(
      "console",
      (message) => void (["error", "warning"].includes(message.type()) && troubles.push(message.text())),
    );
    page.on("pageerror", (error) => void troubles.push(error.message));
    await page.addInitScript((user) => localStorage.setItem("plazo-as", user), `playground:${as}`);
    await page.goto(playground.url);
    await page.locator("#composer").waitFor();
  };
  const write = async (text: string): Promise<void> => {
    await page.fill("#composer", text);
    await page.press("#composer", "Enter");
  };
  const goTo = (channel: string): Promise<void> => page.locator(".place", { hasText: channel }).click();

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    troubles = [];
    core = recordingCore();
    playground = await openPlayground(core);
  });
  afterEach(async () => {
    await page.close();
    await playground.stop();
    expect(troubles).toEqual([]);
  });

  it("delivers what a person writes, and shows it to others at once", async () => {
    await open("carla");
    await write("¿Hay alguien?");
    await page.locator(".message .words", { hasText: "¿Hay alguien?" }).waitFor();
    await core.until(1);
    expect([...core.accepted.values()][0]).toMatchObject({ kind: "message", by: { user: "playground:carla" } });
    await page.getByRole("radio", { name: /Luis Gil/ }).check({ force: true });
    await page.locator(".message .words", { hasText: "¿Hay alguien?" }).waitFor();
  });

  it("opens a form by keyboard alone, shows what is missing, and submits it once", async () => {
    core.answer = (inboundEvent) => {
      if (inboundEvent.kind === "command") return { kind: "form", form };
      return inboundEvent.kind === "submit" && inboundEvent.values["description"] === ""
        ? { kind: "fieldErrors", errors: { description: "Cuéntanos algo más" } }
        : { kind: "work" };
    };
    await open("carla");
    await page.focus("#composer");
    await page.keyboard.type("/t");
    await page.getByRole("option", { name: /list/ }).waitFor();
    await page.keyboard.press("Enter");
    expect(await page.inputValue("#composer")).toBe("/ticket ");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Abrir un ticket" }).waitFor();
    expect(await page.evaluate(`document.activeElement.name`)).toBe("title");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("Cuéntanos algo más").waitFor();
    await page.locator(`textarea[name="description"]:focus`).waitFor();
    await page.keyboard.type("Desde las diez");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect([...core.accepted.values()]).toMatchObject([
      { kind: "submit", values: { title: "Sin señal", severity: "high", description: "Desde las diez" } },
    ]);
  });

  it("accepts a very long text with line breaks in a form", async () => {
    core.answer = (inboundEvent) => (inboundEvent.kind === "command" ? { kind: "form", form } : { kind: "work" });
    await open("carla");
    await write("/ticket");
    const long = `${"todo roto ".repeat(40)}\n`.repeat(99);
    await page.fill("dialog textarea", long);
    await page.getByRole("dialog").getByRole("button", { name: "Enviar" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect([...core.accepted.values()]).toMatchObject([{ values: { description: long } }]);
  });

  it("sends button presses, asks first for some of them, and opens menus", async () => {
    await open("luis");
    await goTo("triage");
    await playground.adapter.port.post({ channel: "playground:triage" }, ticketCard, { key: "a" });
    await page.getByRole("button", { name: "Claim" }).click();
    await core.until(1);
    await page.getByRole("button", { name: "Resolve" }).click();
    await page.getByRole("button", { name: "No", exact: true }).click();
    await page.getByRole("button", { name: "Resolve" }).click();
    await page.getByRole("button", { name: "Do it" }).click();
    await core.until(2);
    await page.getByRole("button", { name: "More" }).press("Enter");
    await page.getByRole("button", { name: "Internal note" }).press("Enter");
    await core.until(3);
    expect([...core.accepted.values()].map((each) => each.kind === "press" && each.action)).toEqual([
      "claim 7",
      "resolve 7",
      "note 7",
    ]);
  });

  it("edits a card in place, with severity as text and as a shape", async () => {
    await open("luis");
    await goTo("triage");
    const { port } = playground.adapter;
    const posted = await port.post({ channel: "playground:triage" }, ticketCard, { key: "a" });
    await page.locator(".severity-critical", { hasText: "Critical" }).waitFor();
    if (posted.ok) await port.edit(posted.ref, { ...ticketCard, severity: "low" });
    await page.locator(".severity-low", { hasText: "Low" }).waitFor();
    expect(await page.locator(".severity svg path, .severity svg circle").count()).toBeGreaterThan(0);
    expect(await page.locator(".talk .card").count()).toBe(1);
  });

  it("shows a private answer to no other person", async () => {
    core.answer = (inboundEvent) =>
      inboundEvent.kind === "command" ? { kind: "private", card: plainCard("just for you") } : { kind: "work" };
    await open("luis");
    await write("/desk");
    await page.getByText("just for you").waitFor();
    await page.getByText("Only you can see this").waitFor();
    await page.getByRole("radio", { name: /Marta/ }).check({ force: true });
    await page.getByText("just for you").waitFor({ state: "detached" });
  });

  it("keeps a message that arrives while the page loads older ones", async () => {
    await open("luis");
    await goTo("triage");
    const fetched = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    let asked = 0;
    await page.route("**/api/state*", async (route) => {
      const response = await route.fetch();
      // The first answer is for becoming Marta, the second for what was missed until her feed was open.
      if ((asked += 1) === 2) {
        fetched.resolve();
        await release.promise;
      }
      await route.fulfill({ response });
    });
    await page.getByRole("radio", { name: /Marta/ }).check({ force: true });
    await fetched.promise;
    await playground.adapter.port.post({ channel: "playground:triage" }, plainCard("said meanwhile"), { key: "a" });
    await page.getByText("said meanwhile").waitFor();
    const answered = page.waitForResponse(/api\/state/);
    release.resolve();
    await (await answered).finished();
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    expect(await page.getByText("said meanwhile").count()).toBe(1);
  });

  it("opens a thread in place, and posts a reply in it", async () => {
    await open("carla");
    const channel = "playground:acme-support";
    const posted = await playground.adapter.port.post({ channel }, ticketCard, { key: "a" });
    await page.getByRole("button", { name: "Responder en el hilo" }).click();
    await page.getByRole("textbox", { name: "Responde en este hilo" }).fill("aquí un detalle");
    await page.keyboard.press("Enter");
    await page.locator(".thread .words", { hasText: "aquí un detalle" }).waitFor();
    const thread = posted.ok ? posted.ref.id : "";
    expect([...core.accepted.values()]).toMatchObject([{ kind: "message", message: { channel, thread } }]);
  });

  it("keeps the newest message in view, and lets a person scroll to the oldest", async () => {
    await open("luis");
    await goTo("triage");
    for (let at = 0; at < 30; at++)
      await playground.adapter.port.post({ channel: "playground:triage" }, plainCard(`word ${at}.`), { key: `${at}` });
    await page.getByText("word 29.").waitFor();
    const inSight = (text: string) =>
      page.getByText(text).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return [top, bottom];
      });
    expect((await inSight("word 29."))[1]).toBeLessThan(720);
    expect((await inSight("word 0."))[1]).toBeLessThan(0);
    await page.focus(".scroll");
    await page.keyboard.press("Home");
    await expect.poll(async () => (await inSight("word 0."))[0]).toBeGreaterThan(100);
  });

  it("takes a person who scrolled up to their own answer, and tells them of other new messages", async () => {
    core.answer = () => ({ kind: "private", card: plainCard("the answer") });
    await open("luis");
    await goTo("triage");
    const { port } = playground.adapter;
    const channel = "playground:triage";
    for (let at = 0; at < 30; at++) await port.post({ channel }, plainCard(`word ${at}.`), { key: `${at}` });
    await page.getByText("word 29.").waitFor();
    const isSeen = (text: string) =>
      page.getByText(text, { exact: true }).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top > 0 && bottom < 760;
      });
    const pill = page.getByRole("status").getByRole("button", { name: "New messages" });
    const scrollUp = () => page.locator(".scroll").evaluate((element) => element.scrollTo({ top: -900 }));
    await scrollUp();
    await write("/desk");
    await expect.poll(() => isSeen("the answer")).toBe(true);
    expect(await pill.count()).toBe(0);
    await scrollUp();
    await port.post({ channel }, plainCard("from a colleague"), { key: "new" });
    await pill.waitFor();
    expect(await isSeen("from a colleague")).toBe(false);
    await pill.click();
    await expect.poll(() => isSeen("from a colleague")).toBe(true);
    await pill.waitFor({ state: "detached" });
  });

  it("focuses the message box at the start, and the page's first link leads there", async () => {
    await open("luis");
    await page.locator("#composer:focus").waitFor();
    const skip = page.getByRole("link", { name: "Skip to where you write" });
    expect(await page.evaluate(`document.querySelector("a, button, input, [tabindex]").className`)).toBe("skip");
    await skip.focus();
    await page.keyboard.press("Enter");
    await page.locator("#composer:focus").waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    for (const pane of ["People", "What is happening", "Conversation"]) {
      await page.locator(".tabs").getByRole("button", { name: pane }).click();
      expect(await page.getByRole("main").count()).toBe(1);
    }
    await page.locator(".tabs").getByRole("button", { name: "People" }).click();
    await skip.focus();
    await page.keyboard.press("Enter");
    await page.locator("#composer:focus").waitFor();
  });

  it("announces a direct message for any person, and leads to it", async () => {
    await open("luis");
    await playground.adapter.port.tell("playground:ana", plainCard("T-7 is due in 15 min"), { key: "a" });
    await page
      .locator(".toast", { hasText: "Ana Ruiz got a direct message" })
      .getByRole("button", { name: "Look" })
      .click();
    await page.locator(".card", { hasText: "T-7 is due in 15 min" }).waitFor();
    expect(await page.getByRole("radio", { name: /Ana Ruiz/ }).isChecked()).toBe(true);
  });

  it("announces it in the language of the acting person, in a row that covers no button", async () => {
    await open("luis");
    await playground.adapter.port.tell("playground:ana", plainCard("T-7 is due in 15 min"), { key: "b" });
    const toast = page.locator(".toast", { hasText: "Ana Ruiz got a direct message" });
    await toast.waitFor();
    const [shown, panes] = [await toast.boundingBox(), await page.locator(".panes").boundingBox()];
    if (shown === null || panes === null) throw new Error("nothing is shown");
    expect(shown.y + shown.height).toBeLessThanOrEqual(panes.y);
    await page.getByRole("radio", { name: /Carla Núñez/ }).check({ force: true });
    await page.locator(".toast", { hasText: "Ana Ruiz ha recibido un mensaje directo" }).waitFor();
  });

  it("advances the clock, and the countdowns with it", async () => {
    await open("luis");
    await goTo("triage");
    const due = playground.now() + 90 * 60_000;
    await playground.adapter.port.post(
      { channel: "playground:triage" },
      { summary: "due", parts: [{ part: "small", line: [{ t: "time", at: due, show: "left" }] }] },
      { key: "a" },
    );
    await page.getByText("in 1 h 29 min").waitFor();
    await page.getByRole("button", { name: "Turn the clock one hour forward" }).click();
    await page.getByText("in 29 min").waitFor();
    await page.getByRole("button", { name: "Turn the clock one hour forward" }).click();
    await page.getByText("30 min ago").waitFor();
  });

  it("shows the language of the acting person", async () => {
    await open("carla");
    await page.getByText("Actuar como").waitFor();
    expect(await page.getAttribute("html", "lang")).toBe("es");
    await page.getByRole("radio", { name: /Oliver/ }).check({ force: true });
    await page.getByText("Act as", { exact: true }).waitFor();
    expect(await page.getAttribute("html", "lang")).toBe("en");
  });

  it("shows the gallery and hostile text as it was typed", async () => {
    await open("luis");
    await goTo("triage");
    const channel = "playground:triage";
    const first = await playground.adapter.port.post({ channel }, ticketCard, { key: "wall" });
    if (!first.ok) throw new Error("not posted");
    const wall = { user: "playground:luis", channel, message: first.ref } as const;
    for (const { card, name } of galleryCards(wall))
      await playground.adapter.port.post({ channel }, card, { key: name });
    for (const text of [...literalTexts, ...unshowableTexts])
      await playground.adapter.port.post(
        { channel },
        { summary: "words", parts: [{ part: "quote", text }] },
        { key: `quote ${text}` },
      );
    await page
      .locator(".card")
      .nth(galleryCards(wall).length - 1)
      .waitFor();
    for (const text of literalTexts)
      expect(await page.locator("blockquote").evaluateAll((all) => all.map((each) => each.textContent))).toContain(
        text,
      );
    expect(await page.locator(".card script, .card img").count()).toBe(0);
    expect(await page.evaluate(fits)).toBe(true);
  });

  it.each(["light", "dark"] as const)("has enough contrast in the %s", async (colorScheme) => {
    core.answer = (inboundEvent) => {
      if (inboundEvent.kind === "submit") return { kind: "fieldErrors", errors: { description: "Cuéntanos algo más" } };
      return inboundEvent.kind === "command" && inboundEvent.name === "ticket"
        ? { kind: "form", form }
        : { kind: "private", card: plainCard("just for you") };
    };
    await open("luis");
    await page.emulateMedia({ colorScheme });
    await goTo("triage");
    const { port } = playground.adapter;
    const channel = "playground:triage";
    for (const severity of ["critical", "high", "medium", "low"] as const)
      await port.post({ channel }, { ...ticketCard, severity }, { key: severity });
    const wall = await port.post({ channel }, ticketCard, { key: "wall" });
    if (!wall.ok) throw new Error("not posted");
    for (const { card, name } of galleryCards({ user: "playground:luis", channel, message: wall.ref }))
      await port.post({ channel }, card, { key: name });
    await port.tell("playground:ana", plainCard("T-7 is due"), { key: "direct" });
    await write("/desk");
    await page.getByText("Only you can see this").waitFor();
    expect(await faintTexts(page)).toEqual([]);
    await page.fill("#composer", "/");
    expect(await faintTexts(page)).toEqual([]);
    await write("/ticket");
    await page.getByRole("dialog").getByRole("button", { name: "Enviar" }).click();
    await page.getByText("Cuéntanos algo más").waitFor();
    expect(await faintTexts(page)).toEqual([]);
  });

  it("draws every form of the gallery", async () => {
    await open("luis");
    for (const { name, form: each } of galleryForms) {
      core.answer = () => ({ kind: "form", form: each });
      await write("/ticket");
      await page.getByRole("dialog").waitFor();
      expect(await page.locator("dialog .field").count(), name).toBe(each.fields.length);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
  });

  it("recovers after the server was away, and shows every message that it missed", async () => {
    await open("luis");
    await goTo("triage");
    const port = Number(new URL(playground.url).port);
    await playground.stop();
    await page.getByText("Connection lost").waitFor();
    playground = await openPlayground(core, { port });
    await playground.adapter.port.post({ channel: "playground:triage" }, ticketCard, { key: "a" });
    await page.locator(".card", { hasText: "T-7" }).waitFor();
    await page.getByText("Connection lost").waitFor({ state: "detached" });
    await write("back again");
    await core.until(1);
    troubles = troubles.filter((text) => !/ERR_|403|Failed to load/.test(text));
  });

  it("fits a phone, with one pane at a time", async () => {
    await open("luis", { width: 360, height: 740 });
    await page.getByRole("button", { name: "People" }).click();
    await goTo("triage");
    await playground.adapter.port.post({ channel: "playground:triage" }, ticketCard, { key: "a" });
    await page.getByRole("button", { name: "Claim" }).click();
    await core.until(1);
    await page.getByRole("button", { name: "What is happening" }).click();
    await page.getByText("Why it is due then").waitFor();
    expect(await page.locator("#composer").isVisible()).toBe(false);
    expect(await page.evaluate(fits)).toBe(true);
  });
});
