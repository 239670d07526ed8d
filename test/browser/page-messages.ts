import { expect, it } from "vitest";
import { plainCard } from "../adapters/contract.ts";
import { ticketCard, type PageStage } from "./page-stage.ts";

/** What the page shows of messages, threads and direct messages. */
export const messageTests = (stage: PageStage): void => {
  it("delivers what a person writes, and shows it to others at once", async () => {
    await stage.open("carla");
    await stage.write("¿Hay alguien?");
    await stage.page.locator(".message .words", { hasText: "¿Hay alguien?" }).waitFor();
    await stage.core.until(1);
    expect([...stage.core.accepted.values()][0]).toMatchObject({ kind: "message", by: { user: "playground:carla" } });
    await stage.page.getByRole("radio", { name: /Luis Gil/ }).check({ force: true });
    await stage.page.locator(".message .words", { hasText: "¿Hay alguien?" }).waitFor();
  });

  it("shows a private answer to no other person", async () => {
    stage.core.answer = (inboundEvent) =>
      inboundEvent.kind === "command" ? { kind: "private", card: plainCard("just for you") } : { kind: "work" };
    await stage.open("luis");
    await stage.write("/desk");
    await stage.page.getByText("just for you").waitFor();
    await stage.page.getByText("Only you can see this").waitFor();
    await stage.page.getByRole("radio", { name: /Marta/ }).check({ force: true });
    await stage.page.getByText("just for you").waitFor({ state: "detached" });
  });

  it("keeps a message that arrives while the page loads older ones", async () => {
    await stage.open("luis");
    await stage.goTo("triage");
    const fetched = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    let asked = 0;
    await stage.page.route("**/api/state*", async (route) => {
      const response = await route.fetch();
      // The first answer follows the switch to Marta, the second brings what was missed until her feed was open.
      if ((asked += 1) === 2) {
        fetched.resolve();
        await release.promise;
      }
      await route.fulfill({ response });
    });
    await stage.page.getByRole("radio", { name: /Marta/ }).check({ force: true });
    await fetched.promise;
    await stage.playground.adapter.port.post(
      { channel: "playground:triage" },
      plainCard("posted while the page loads"),
      {
        key: "a",
      },
    );
    await stage.page.getByText("posted while the page loads").waitFor();
    const answered = stage.page.waitForResponse(/api\/state/);
    release.resolve();
    await (await answered).finished();
    await stage.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    expect(await stage.page.getByText("posted while the page loads").count()).toBe(1);
  });

  it("opens a thread in place, and posts a reply in it", async () => {
    await stage.open("carla");
    const channel = "playground:acme-support";
    const posted = await stage.playground.adapter.port.post({ channel }, ticketCard, { key: "a" });
    await stage.page.getByRole("button", { name: "Responder en el hilo" }).click();
    await stage.page.getByRole("textbox", { name: "Responde en este hilo" }).fill("aquí un detalle");
    await stage.page.keyboard.press("Enter");
    await stage.page.locator(".thread .words", { hasText: "aquí un detalle" }).waitFor();
    const thread = posted.ok ? posted.ref.id : "";
    expect([...stage.core.accepted.values()]).toMatchObject([{ kind: "message", message: { channel, thread } }]);
  });

  it("keeps the newest message in view, and lets a person scroll to the oldest", async () => {
    await stage.open("luis");
    await stage.goTo("triage");
    for (let at = 0; at < 30; at++)
      await stage.playground.adapter.port.post({ channel: "playground:triage" }, plainCard(`word ${at}.`), {
        key: `${at}`,
      });
    await stage.page.getByText("word 29.").waitFor();
    const inSight = (text: string) =>
      stage.page.getByText(text).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return [top, bottom];
      });
    expect((await inSight("word 29."))[1]).toBeLessThan(720);
    expect((await inSight("word 0."))[1]).toBeLessThan(0);
    await stage.page.focus(".scroll");
    await stage.page.keyboard.press("Home");
    await expect.poll(async () => (await inSight("word 0."))[0]).toBeGreaterThan(100);
  });

  it("takes a person who scrolled up to their own answer, and tells them of other new messages", async () => {
    stage.core.answer = () => ({ kind: "private", card: plainCard("the answer") });
    await stage.open("luis");
    await stage.goTo("triage");
    const { port } = stage.playground.adapter;
    const channel = "playground:triage";
    for (let at = 0; at < 30; at++) await port.post({ channel }, plainCard(`word ${at}.`), { key: `${at}` });
    await stage.page.getByText("word 29.").waitFor();
    const isSeen = (text: string) =>
      stage.page.getByText(text, { exact: true }).evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top > 0 && bottom < 760;
      });
    const pill = stage.page.getByRole("status").getByRole("button", { name: "New messages" });
    const scrollUp = () => stage.page.locator(".scroll").evaluate((element) => element.scrollTo({ top: -900 }));
    await scrollUp();
    await stage.write("/desk");
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
    await stage.open("luis");
    await stage.page.locator("#composer:focus").waitFor();
    const skip = stage.page.getByRole("link", { name: "Skip to where you write" });
    expect(await stage.page.evaluate(`document.querySelector("a, button, input, [tabindex]").className`)).toBe("skip");
    await skip.focus();
    await stage.page.keyboard.press("Enter");
    await stage.page.locator("#composer:focus").waitFor();
    // Also without the link, the box is among the first five stops of the Tab key.
    await skip.focus();
    await stage.page.keyboard.press("Tab");
    await stage.page.locator("#composer:focus").waitFor();
    await stage.page.setViewportSize({ width: 360, height: 740 });
    for (const pane of ["People", "What is happening", "Conversation"]) {
      await stage.page.locator(".tabs").getByRole("button", { name: pane }).click();
      expect(await stage.page.getByRole("main").count()).toBe(1);
    }
    await stage.page.locator(".tabs").getByRole("button", { name: "People" }).click();
    await skip.focus();
    await stage.page.keyboard.press("Enter");
    await stage.page.locator("#composer:focus").waitFor();
  });

  it("announces a direct message for any person, and leads to it", async () => {
    await stage.open("luis");
    await stage.playground.adapter.port.tell("playground:ana", plainCard("T-7 is due in 15 min"), { key: "a" });
    await stage.page
      .locator(".toast", { hasText: "Ana Ruiz got a direct message" })
      .getByRole("button", { name: "Look" })
      .click();
    await stage.page.locator(".card", { hasText: "T-7 is due in 15 min" }).waitFor();
    expect(await stage.page.getByRole("radio", { name: /Ana Ruiz/ }).isChecked()).toBe(true);
  });

  it("announces it in the language of the acting person, in a row that covers no button", async () => {
    await stage.open("luis");
    await stage.playground.adapter.port.tell("playground:ana", plainCard("T-7 is due in 15 min"), { key: "b" });
    const toast = stage.page.locator(".toast", { hasText: "Ana Ruiz got a direct message" });
    await toast.waitFor();
    const [shown, panes] = [await toast.boundingBox(), await stage.page.locator(".panes").boundingBox()];
    if (shown === null || panes === null) throw new Error("nothing is shown");
    expect(shown.y + shown.height).toBeLessThanOrEqual(panes.y);
    await stage.page.getByRole("radio", { name: /Carla Núñez/ }).check({ force: true });
    await stage.page.locator(".toast", { hasText: "Ana Ruiz ha recibido un mensaje directo" }).waitFor();
  });
};
