import { expect, it } from "vitest";
import { galleryCards, galleryForms, literalTexts, unshowableTexts } from "../adapters/gallery.ts";
import { fits, form, ticketCard, type PageStage } from "./page-stage.ts";

/** How the page draws cards and forms, and what a person does with them. */
export const cardTests = (stage: PageStage): void => {
  it("opens a form by keyboard alone, shows what is missing, and submits it once", async () => {
    stage.core.answer = (inboundEvent) => {
      if (inboundEvent.kind === "command") return { kind: "form", form };
      return inboundEvent.kind === "submit" && inboundEvent.values["description"] === ""
        ? { kind: "fieldErrors", errors: { description: "Cuéntanos algo más" } }
        : { kind: "work" };
    };
    await stage.open("carla");
    await stage.page.focus("#composer");
    await stage.page.keyboard.type("/t");
    await stage.page.getByRole("option", { name: /list/ }).waitFor();
    await stage.page.keyboard.press("Enter");
    expect(await stage.page.inputValue("#composer")).toBe("/ticket ");
    await stage.page.keyboard.press("Enter");
    await stage.page.getByRole("dialog", { name: "Abrir un ticket" }).waitFor();
    expect(await stage.page.evaluate(`document.activeElement.name`)).toBe("title");
    await stage.page.keyboard.press("Tab");
    await stage.page.keyboard.press("ArrowUp");
    await stage.page.keyboard.press("Tab");
    await stage.page.keyboard.press("Tab");
    await stage.page.keyboard.press("Tab");
    await stage.page.keyboard.press("Enter");
    await stage.page.getByText("Cuéntanos algo más").waitFor();
    await stage.page.locator(`textarea[name="description"]:focus`).waitFor();
    await stage.page.keyboard.type("Desde las diez");
    await stage.page.keyboard.press("Tab");
    await stage.page.keyboard.press("Tab");
    await stage.page.keyboard.press("Enter");
    await stage.page.getByRole("dialog").waitFor({ state: "detached" });
    expect([...stage.core.accepted.values()]).toMatchObject([
      { kind: "submit", values: { title: "Sin señal", severity: "high", description: "Desde las diez" } },
    ]);
  });

  it("accepts a very long text with line breaks in a form", async () => {
    stage.core.answer = (inboundEvent) => (inboundEvent.kind === "command" ? { kind: "form", form } : { kind: "work" });
    await stage.open("carla");
    await stage.write("/ticket");
    const long = `${"todo roto ".repeat(40)}\n`.repeat(99);
    await stage.page.fill("dialog textarea", long);
    await stage.page.getByRole("dialog").getByRole("button", { name: "Enviar" }).click();
    await stage.page.getByRole("dialog").waitFor({ state: "detached" });
    expect([...stage.core.accepted.values()]).toMatchObject([{ values: { description: long } }]);
  });

  it("sends button presses, asks first for some of them, and opens menus", async () => {
    await stage.open("luis");
    await stage.goTo("triage");
    await stage.playground.adapter.port.post({ channel: "playground:triage" }, ticketCard, { key: "a" });
    await stage.page.getByRole("button", { name: "Claim" }).click();
    await stage.core.until(1);
    await stage.page.getByRole("button", { name: "Resolve" }).click();
    await stage.page.getByRole("button", { name: "No", exact: true }).click();
    await stage.page.getByRole("button", { name: "Resolve" }).click();
    await stage.page.getByRole("button", { name: "Do it" }).click();
    await stage.core.until(2);
    await stage.page.getByRole("button", { name: "More" }).press("Enter");
    await stage.page.getByRole("button", { name: "Internal note" }).press("Enter");
    await stage.core.until(3);
    expect([...stage.core.accepted.values()].map((each) => each.kind === "press" && each.action)).toEqual([
      "claim 7",
      "resolve 7",
      "note 7",
    ]);
  });

  it("edits a card in place, with severity as text and as a shape", async () => {
    await stage.open("luis");
    await stage.goTo("triage");
    const { port } = stage.playground.adapter;
    const posted = await port.post({ channel: "playground:triage" }, ticketCard, { key: "a" });
    await stage.page.locator(".severity-critical", { hasText: "Critical" }).waitFor();
    if (posted.ok) await port.edit(posted.ref, { ...ticketCard, severity: "low" });
    await stage.page.locator(".severity-low", { hasText: "Low" }).waitFor();
    expect(await stage.page.locator(".severity svg path, .severity svg circle").count()).toBeGreaterThan(0);
    expect(await stage.page.locator(".talk .card").count()).toBe(1);
  });

  it("shows the gallery and hostile text as it was typed", async () => {
    await stage.open("luis");
    await stage.goTo("triage");
    const channel = "playground:triage";
    const first = await stage.playground.adapter.port.post({ channel }, ticketCard, { key: "wall" });
    if (!first.ok) throw new Error("not posted");
    const wall = { user: "playground:luis", channel, message: first.ref } as const;
    for (const { card, name } of galleryCards(wall))
      await stage.playground.adapter.port.post({ channel }, card, { key: name });
    for (const text of [...literalTexts, ...unshowableTexts])
      await stage.playground.adapter.port.post(
        { channel },
        { summary: "words", parts: [{ part: "quote", text }] },
        { key: `quote ${text}` },
      );
    await stage.page
      .locator(".card")
      .nth(galleryCards(wall).length - 1)
      .waitFor();
    for (const text of literalTexts)
      expect(
        await stage.page.locator("blockquote").evaluateAll((all) => all.map((each) => each.textContent)),
      ).toContain(text);
    expect(await stage.page.locator(".card script, .card img").count()).toBe(0);
    expect(await stage.page.evaluate(fits)).toBe(true);
  });

  it("keeps a form and a question open when the end of an earlier one is told late", async () => {
    stage.core.answer = () => ({ kind: "form", form });
    await stage.open("luis");
    await stage.goTo("triage");
    await stage.playground.adapter.port.post({ channel: "playground:triage" }, ticketCard, { key: "a" });
    const dialog = stage.page.getByRole("dialog");
    const asks = [() => stage.write("/ticket"), () => stage.page.getByRole("button", { name: "Resolve" }).click()];
    for (const ask of asks) {
      await ask();
      await dialog.waitFor();
      const earlier = await stage.page.locator("dialog").elementHandle();
      await stage.page.keyboard.press("Escape");
      await stage.page.locator("dialog").waitFor({ state: "detached" });
      await ask();
      await dialog.waitFor();
      // A browser tells the end of a dialog with a frame, which a busy machine draws late.
      await earlier?.dispatchEvent("close");
      await stage.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
      expect(await dialog.count()).toBe(1);
      await stage.page.keyboard.press("Escape");
      await stage.page.locator("dialog").waitFor({ state: "detached" });
    }
  });

  it("draws every form of the gallery", async () => {
    await stage.open("luis");
    for (const { name, form: each } of galleryForms) {
      stage.core.answer = () => ({ kind: "form", form: each });
      await stage.write("/ticket");
      await stage.page.getByRole("dialog").waitFor();
      expect(await stage.page.locator("dialog .field").count(), name).toBe(each.fields.length);
      await stage.page.keyboard.press("Escape");
      await stage.page.getByRole("dialog").waitFor({ state: "detached" });
    }
  });
};
