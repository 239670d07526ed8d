import { describe, expect, it } from "vitest";
import { noChromium } from "./chromium.ts";
import { cardTests } from "./page-cards.ts";
import { messageTests } from "./page-messages.ts";
import { plainCard } from "../adapters/contract.ts";
import { galleryCards } from "../adapters/gallery.ts";
import { faintTexts } from "./contrast.ts";
import { fits, form, pageStage, ticketCard } from "./page-stage.ts";

describe.skipIf(noChromium !== "")("the playground's page", () => {
  const stage = pageStage();

  messageTests(stage);
  cardTests(stage);

  it("advances the clock, and the countdowns with it", async () => {
    await stage.open("luis");
    await stage.goTo("triage");
    const due = stage.playground.now() + 90 * 60_000;
    await stage.playground.adapter.port.post(
      { channel: "playground:triage" },
      { summary: "due", parts: [{ part: "small", line: [{ t: "time", at: due, show: "left" }] }] },
      { key: "a" },
    );
    await stage.page.getByText("in 1 h 29 min").waitFor();
    await stage.page.getByRole("button", { name: "Turn the clock one hour forward" }).click();
    await stage.page.getByText("in 29 min").waitFor();
    await stage.page.getByRole("button", { name: "Turn the clock one hour forward" }).click();
    await stage.page.getByText("30 min ago").waitFor();
  });

  it("shows the language of the acting person", async () => {
    await stage.open("carla");
    await stage.page.getByText("Actuar como").waitFor();
    expect(await stage.page.getAttribute("html", "lang")).toBe("es");
    await stage.page.getByRole("radio", { name: /Oliver/ }).check({ force: true });
    await stage.page.getByText("Act as", { exact: true }).waitFor();
    expect(await stage.page.getAttribute("html", "lang")).toBe("en");
  });

  it("has enough contrast in the light and in the dark", async () => {
    stage.core.answer = (inboundEvent) => {
      if (inboundEvent.kind === "submit") return { kind: "fieldErrors", errors: { description: "Cuéntanos algo más" } };
      return inboundEvent.kind === "command" && inboundEvent.name === "ticket"
        ? { kind: "form", form }
        : { kind: "private", card: plainCard("just for you") };
    };
    await stage.open("luis");
    await stage.goTo("triage");
    const { port } = stage.playground.adapter;
    const channel = "playground:triage";
    for (const severity of ["critical", "high", "medium", "low"] as const)
      await port.post({ channel }, { ...ticketCard, severity }, { key: severity });
    const wall = await port.post({ channel }, ticketCard, { key: "wall" });
    if (!wall.ok) throw new Error("not posted");
    for (const { card, name } of galleryCards({ user: "playground:luis", channel, message: wall.ref }))
      await port.post({ channel }, card, { key: name });
    await port.tell("playground:ana", plainCard("T-7 is due"), { key: "direct" });
    await stage.write("/desk");
    // A look at all texts of the gallery, at each frame, would take more computing than the rest of this test.
    await stage.page.locator(".only-you", { hasText: "Only you can see this" }).waitFor();
    const expectContrast = async (): Promise<void> => {
      for (const colorScheme of ["light", "dark"] as const) {
        await stage.page.emulateMedia({ colorScheme });
        expect([colorScheme, await faintTexts(stage.page)]).toEqual([colorScheme, []]);
      }
    };
    await expectContrast();
    await stage.page.fill("#composer", "/");
    await expectContrast();
    await stage.write("/ticket");
    await stage.page.getByRole("dialog").getByRole("button", { name: "Enviar" }).click();
    await stage.page.locator("dialog .error", { hasText: "Cuéntanos algo más" }).waitFor();
    await expectContrast();
  });

  it("recovers after the server was away, and shows every message that it missed", async () => {
    await stage.open("luis");
    await stage.goTo("triage");
    const port = Number(new URL(stage.playground.url).port);
    await stage.playground.stop();
    await stage.page.getByText("Connection lost").waitFor();
    await stage.reopen(port);
    await stage.playground.adapter.port.post({ channel: "playground:triage" }, ticketCard, { key: "a" });
    await stage.page.locator(".card", { hasText: "T-7" }).waitFor();
    await stage.page.getByText("Connection lost").waitFor({ state: "detached" });
    await stage.write("back again");
    await stage.core.until(1);
    stage.forgive(/ERR_|403|Failed to load/);
  });

  it("fits a phone, with one pane at a time", async () => {
    await stage.open("luis", { width: 360, height: 740 });
    await stage.page.getByRole("button", { name: "People" }).click();
    await stage.goTo("triage");
    await stage.playground.adapter.port.post({ channel: "playground:triage" }, ticketCard, { key: "a" });
    await stage.page.getByRole("button", { name: "Claim" }).click();
    await stage.core.until(1);
    await stage.page.getByRole("button", { name: "What is happening" }).click();
    await stage.page.getByText("Why it is due then").waitFor();
    expect(await stage.page.locator("#composer").isVisible()).toBe(false);
    expect(await stage.page.evaluate(fits)).toBe(true);
  });
});
