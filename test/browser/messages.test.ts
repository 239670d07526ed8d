import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Locator, Page } from "playwright-core";
import { plainCard, recordingCore, type RecordingCore } from "../adapters/contract.ts";
import { openPlayground, type OpenPlayground } from "../adapters/playground/open-playground.ts";
import { noChromium } from "./chromium.ts";
import { faintTexts } from "./contrast.ts";
import { goAs, openSharedWindow, type Window } from "./window.ts";

const channel = "playground:northwind-support";
/** One dot. */
const picture = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

describe.skipIf(noChromium !== "")("a message on the playground's page", () => {
  let window: Window;
  let page: Page;
  let core: RecordingCore;
  let playground: OpenPlayground;

  const open = async (size = { width: 1280, height: 800 }): Promise<void> => {
    window = await openSharedWindow(size);
    ({ page } = window);
    await goAs(page, "playground:oliver", playground.url);
  };
  const write = async (text: string): Promise<Locator> => {
    await page.fill("#composer", text);
    await page.press("#composer", "Enter");
    const message = page.locator(".message", { hasText: text });
    await message.waitFor();
    return message;
  };
  const actAs = async (name: string): Promise<void> => {
    await page.locator(".who", { hasText: name }).click();
    await page.locator(".who.chosen", { hasText: name }).waitFor();
  };
  const inboundEvents = () => [...core.accepted.values()];

  beforeEach(async () => {
    core = recordingCore();
    playground = await openPlayground(core);
  });
  afterEach(async () => {
    await window.close();
    await playground.stop();
    expect(window.troubles).toEqual([]);
  });

  it("can be edited and deleted by its author with the keyboard alone", async () => {
    await open();
    const message = await write("the vidio is down");
    const more = message.getByRole("button", { name: "More for this message" });
    await more.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const field = page.getByRole("textbox", { name: "Edit message" });
    await field.waitFor();
    await expect.poll(() => field.evaluate("document.activeElement.ariaLabel")).toBe("Edit message");
    await page.keyboard.type("!");
    await page.keyboard.press("Escape");
    await page.getByText("the vidio is down", { exact: true }).waitFor();
    await expect.poll(() => page.evaluate("document.activeElement.title")).toBe("More for this message");
    expect(inboundEvents()).toHaveLength(1);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Edit message" }).press("Enter");
    await field.fill("the video is down");
    await page.keyboard.press("Enter");
    const edited = page.locator(".message", { hasText: "the video is down" });
    await edited.getByText("(edited)").waitFor();
    await edited.getByRole("button", { name: "More for this message" }).press("Enter");
    await page.getByRole("button", { name: "Delete message" }).press("Enter");
    await page
      .getByRole("dialog", { name: "Delete this message?" })
      .getByRole("button", { name: "Delete" })
      .press("Enter");
    await edited.waitFor({ state: "detached" });
    await page.getByText("Nothing here yet.").waitFor();
    expect(inboundEvents()).toMatchObject([
      { kind: "message" },
      { kind: "edited", text: "the video is down" },
      { kind: "deleted" },
    ]);
  });

  it("leaves a placeholder if it has replies, and offers only its author to edit and delete", async () => {
    await open();
    const message = await write("never mind");
    await message.getByRole("button", { name: "Reply in thread" }).click();
    await page.getByRole("textbox", { name: "Reply in this thread" }).fill("but I do");
    await page.keyboard.press("Enter");
    await actAs("Luis Gil");
    await page.locator(".place", { hasText: "northwind" }).click();
    const root = page.locator(".log > .message");
    await root.getByRole("button", { name: "More for this message" }).first().click();
    expect(await page.locator(".menu:popover-open button").allInnerTexts()).toEqual([
      "Open ticket from message",
      "Mark as a ticket",
    ]);
    await page.keyboard.press("Escape");
    await actAs("Oliver Grant");
    await root.getByRole("button", { name: "More for this message" }).first().click();
    await page.locator(".menu:popover-open button", { hasText: "Delete" }).click();
    await page.getByRole("dialog").locator(".primary").click();
    await root.getByText("This message was deleted.").waitFor();
    await page.locator(".thread .words", { hasText: "but I do" }).waitFor();
  });

  it("carries files, refuses one that is too large, and opens them", async () => {
    await open();
    const large = { name: "film.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(2_000_001) };
    const files = [
      { name: "black.gif", mimeType: "image/gif", buffer: picture },
      { name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("señal perdida") },
      { name: "spare.txt", mimeType: "text/plain", buffer: Buffer.from("spare") },
    ];
    await page.locator(".composer input[type=file]").setInputFiles([...files, large]);
    await page.locator(".toast", { hasText: "film.mp4 is larger than 2 MB" }).waitFor();
    await page.getByRole("button", { name: "Leave out spare.txt" }).click();
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("list", { name: "Files" }).getByRole("link").nth(1).waitFor();
    expect(inboundEvents()).toMatchObject([{ text: "", files: [{ name: "black.gif" }, { name: "note.txt" }] }]);
    expect(await page.locator(".attached").count()).toBe(0);
    await expect
      .poll(() => page.locator(".files img").evaluate((image) => "naturalWidth" in image && image.naturalWidth))
      .toBe(1);
    const [opened] = await Promise.all([
      page.waitForEvent("popup"),
      page.getByRole("link", { name: /note\.txt/ }).click(),
    ]);
    await opened.getByText("señal perdida").waitFor();
    await opened.close();
  });

  it("shows the 🎫 of the person who made a ticket of it and of the bot, in both themes and on a phone", async () => {
    await open({ width: 340, height: 800 });
    const message = await write("No sound on the second audio track since this morning, on any of our televisions");
    await page
      .locator(".composer input[type=file]")
      .setInputFiles([{ name: "a-very-long-name".repeat(8), mimeType: "text/plain", buffer: picture }]);
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("list", { name: "Files" }).waitFor();
    await message.getByRole("button", { name: "More for this message" }).click();
    await page.getByRole("button", { name: "Mark as a ticket" }).click();
    await message.getByRole("img", { name: "Marked as a ticket by Oliver Grant", exact: true }).waitFor();
    expect(inboundEvents().at(-1)).toMatchObject({ kind: "react", emoji: "🎫" });
    const id = (await message.getAttribute("id"))?.replace("message-", "") ?? "";
    await playground.adapter.port.mark?.({ channel, id });
    await playground.adapter.port.post({ channel, thread: id }, plainCard("A ticket of it stands here. ".repeat(5)), {
      key: "card",
    });
    await message.getByText("1 reply").waitFor();
    await message.getByRole("img", { name: "Marked as a ticket by Oliver Grant and Plazo" }).waitFor();
    await message.getByRole("button", { name: "More for this message" }).click();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await faintTexts(page)).toEqual([]);
    }
    await page.getByRole("button", { name: "Edit message" }).click();
    expect(await faintTexts(page)).toEqual([]);
    expect(
      await page.evaluate(
        `[...document.querySelectorAll(".talk, .talk *")].map((each) => each.getBoundingClientRect()).filter(({ left, right }) => left < -1 || right > innerWidth + 1).length`,
      ),
    ).toBe(0);
  });
});
