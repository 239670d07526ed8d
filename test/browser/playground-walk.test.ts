import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshPostgres } from "../support/database/real-postgres.ts";
import { noChromium } from "./chromium.ts";
import { plainWordsWalk } from "./plain-words-walk.ts";
import { nextMonday, startProduct, type Product } from "./start-product.ts";
import { openSharedWindow, openWindow, visitIn } from "./window.ts";

describe.skipIf(noChromium !== "")("a ticket's whole life in the playground", () => {
  let product: Product;
  let visitor: Awaited<ReturnType<typeof visitIn>>;

  beforeAll(async () => {
    product = await startProduct({ at: nextMonday(), databaseUrl: await freshPostgres() });
    visitor = await visitIn(await openSharedWindow({ width: 1440, height: 900 }), product.url);
  });
  afterAll(async () => {
    await visitor?.close();
    await product?.stop();
  });

  it("starts with a customer who types /ticket and reads when the team answers", async () => {
    await visitor.actsAs("Carla Núñez");
    await visitor.goesTo("acme-support");
    await visitor.types("/ticket El vídeo no arranca en Tizen 6");
    expect(await visitor.page.getByRole("dialog").locator("[name=title]").inputValue()).toBe(
      "El vídeo no arranca en Tizen 6",
    );
    await visitor.sends({
      description: "Pantalla en negro desde las 10:20 en todos los televisores Samsung. <!channel> @everyone <b>ya</b>",
      severity: "critical",
    });
    const card = visitor.card(/T-\d+ · El vídeo no arranca/);
    await card.waitFor();
    expect(await card.innerText()).toMatch(/Ana Ruiz/);
    expect(await card.innerText()).toMatch(/dentro de (29|30) min/);
    await visitor.page.getByText("Solo tú ves esto").waitFor();
  });

  it("appears in triage with the customer's text unchanged", async () => {
    await visitor.actsAs("Luis Gil");
    await visitor.goesTo("triage");
    const card = visitor.card(/T-\d+ · El vídeo no arranca/).filter({ hasText: "Acme TV" });
    await card.waitFor();
    expect(await card.innerText()).toContain("<!channel> @everyone <b>ya</b>");
  });

  it("reminds the account manager as the deadline nears, and stops when she presses “I'm on it”", async () => {
    await visitor.turnsClock("15 minutes");
    await visitor.page
      .locator(".toast", { hasText: "Ana Ruiz got a direct message" })
      .getByRole("button", { name: "Look" })
      .click();
    await visitor.card(/T-\d+/).getByRole("button", { name: "I’m on it" }).click();
    await visitor.page.getByText("Only you can see this").waitFor();
  });

  it("is claimed once: the agent who comes second learns who has it", async () => {
    await visitor.actsAs("Luis Gil");
    await visitor.goesTo("triage");
    const second = await visitIn(await openWindow({ viewport: { width: 1440, height: 900 } }), product.url);
    await second.actsAs("Marta Solé");
    await second.goesTo("triage");
    const claims = [visitor, second].map((each) =>
      each.card(/T-\d+ · El vídeo/).getByRole("button", { name: "Claim" }),
    );
    await Promise.all(claims.map((each) => each.waitFor()));
    // Dispatched on the element: a pointer could hit the button that replaces it when the card changes.
    await Promise.all(claims.map((each) => each.dispatchEvent("click")));
    await visitor
      .card(/T-\d+ · El vídeo/)
      .getByRole("button", { name: "Claim" })
      .waitFor({ state: "detached" });
    // The winner sees the result on the card; only the other agent gets a message.
    const lost = [visitor, second].map(({ page }) =>
      page.locator(".private", { hasText: /has already claimed|ya se ha asignado/ }),
    );
    const received = await Promise.any(
      lost.map(async (each) => {
        await each.waitFor();
        return each.innerText();
      }),
    );
    expect(received).toMatch(/(Luis Gil ya se ha asignado|Marta Solé has already claimed) T-\d+/);
    const counts = await Promise.all(lost.map((each) => each.count()));
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(1);
    await second.close();
  });

  it("gets its severity confirmed on the same card", async () => {
    const card = visitor.card(/T-\d+ · El vídeo/);
    await card.getByRole("button", { name: "High" }).click();
    const sure = visitor.page.getByRole("dialog").locator(".primary");
    await card.locator(".severity-high").or(sure).first().waitFor();
    if (await sure.isVisible()) await sure.click();
    await card.locator(".severity-high").waitFor();
    expect(await card.getByRole("button", { name: /High/ }).getAttribute("aria-pressed")).toBe("true");
  });

  it("is answered through a form that names who will read it; the customer sees the answer, and not the note", async () => {
    const card = visitor.card(/T-\d+ · El vídeo/);
    await card.getByRole("button", { name: "More" }).click();
    await visitor.page.getByRole("button", { name: /note/i }).click();
    await visitor.sends({ text: "Secreto interno: licencia caducada" });
    await card.getByRole("button", { name: /Reply/ }).click();
    expect(await visitor.page.locator("dialog .notice").innerText()).toMatch(/Acme TV|acme-support/);
    await visitor.sends({ text: "Lo tenemos: se arregla en diez minutos." });
    await visitor.page.getByRole("button", { name: "Send now" }).first().click();
    await visitor.actsAs("Carla Núñez");
    await visitor.goesTo("acme-support");
    const thread = visitor.page.locator(".thread-link", { hasText: /respuesta/ }).first();
    await thread.click();
    await visitor.page.locator(".thread", { hasText: "Lo tenemos: se arregla en diez minutos." }).waitFor();
    expect(await visitor.page.locator(".talk").innerText()).not.toContain("Secreto interno");
  });

  it("shows the customer's message in the thread, and to triage", async () => {
    await visitor.page.locator(".thread textarea").fill("¡Gracias! Aquí sigue sin ir.");
    await visitor.page.keyboard.press("Enter");
    await visitor.actsAs("Marta Solé");
    await visitor.goesTo("triage");
    await visitor.card(/Aquí sigue sin ir/).waitFor();
  });

  it("shows the team what the customer shares, edits and deletes", async () => {
    const { page } = visitor;
    const inThread = (words: string) => page.locator(".thread .message", { hasText: words }).last();
    const choose = async (words: string, what: string): Promise<void> => {
      await inThread(words).getByRole("button", { name: "Más sobre este mensaje" }).click();
      await page.locator(".menu:popover-open button", { hasText: what }).click();
    };
    const say = async (words: string): Promise<void> => {
      await page.locator(".thread textarea").last().fill(words);
      await page.keyboard.press("Enter");
      await inThread(words).waitFor();
    };
    await visitor.actsAs("Carla Núñez");
    await visitor.goesTo("acme-support");
    await page.locator(".thread input[type=file]").setInputFiles([
      { name: "player.log", mimeType: "text/plain", buffer: Buffer.from("E42 license expired") },
      { name: "setup.exe", mimeType: "application/x-msdownload", buffer: Buffer.from("MZ") },
    ]);
    await say("Aquí el rejistro");
    await inThread("Aquí el rejistro")
      .getByRole("link", { name: /player\.log/ })
      .waitFor();
    await say("Mi clave es hunter2");
    await choose("Aquí el rejistro", "Editar");
    await page.locator(".edit textarea").fill("Aquí el registro");
    await page.keyboard.press("Enter");
    await choose("hunter2", "Borrar");
    await page.getByRole("dialog").locator(".primary").click();
    await inThread("hunter2").waitFor({ state: "detached" });
    await visitor.actsAs("Marta Solé");
    await visitor.goesTo("triage");
    await page
      .locator(".log > .message", { hasText: /T-\d+ · El vídeo/ })
      .locator("> .message-body > .thread-link[aria-expanded=false]")
      .click();
    const team = page.locator(".thread");
    await team.getByText("Aquí el registro").waitFor();
    await team
      .getByText(/edited/i)
      .first()
      .waitFor();
    await team.getByText(/setup\.exe.*program/i).waitFor();
    const [opened] = await Promise.all([
      page.waitForEvent("popup"),
      team.getByRole("link", { name: /player\.log/ }).click(),
    ]);
    await opened.getByText("E42 license expired").waitFor();
    await opened.close();
    await team.getByText("hunter2").waitFor({ state: "detached" });
  });

  it.each([
    ["md", /^# .*T-1001/m],
    ["html", /<h1>[^<]*T-1001/],
    ["json", /"number": *1001|"T-1001"/],
  ])("gives staff its transcript as a file in %s", async (format, heading) => {
    await visitor.actsAs("Luis Gil");
    await visitor.types(`/ticket transcript 1001 ${format}`);
    const link = visitor.page.locator(".private a[download]", { hasText: `.${format}` });
    const [download] = await Promise.all([visitor.page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`1001.*\\.${format}$`));
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toMatch(heading);
    for (const words of ["Secreto interno: licencia caducada", "Aquí el registro", "player.log"])
      expect(text, words).toContain(words);
    expect(text).not.toMatch(/hunter2|undefined|\{\{/);
  });

  it("is opened from a message that a person marks with a 🎫, and the message shows the mark", async () => {
    const { page } = visitor;
    await visitor.actsAs("Oliver Grant");
    await visitor.goesTo("northwind-support");
    await visitor.types("The second audio track is silent");
    const message = page.locator(".log > .message", { hasText: "The second audio track is silent" });
    await message.getByRole("button", { name: "More for this message" }).first().click();
    await page.locator(".menu:popover-open button", { hasText: "Mark as a ticket" }).click();
    await message.getByRole("img", { name: "Marked as a ticket by Oliver Grant and Plazo" }).waitFor();
    await message.locator(".thread-link", { hasText: /T-\d+/ }).waitFor();
    await page.locator(".panel .card", { hasText: "The second audio track is silent" }).first().waitFor();
  });

  it("refuses in private what a person may not do", async () => {
    await visitor.actsAs("Oliver Grant");
    await visitor.types("/ticket show 1001");
    const one = await visitor.page.locator(".private .card").last().innerText();
    await visitor.types("/ticket show 999999");
    await visitor.page.locator(".private").nth(1).waitFor();
    expect((await visitor.page.locator(".private .card").last().innerText()).replace("999999", "1001")).toBe(one);
  });

  it("offers a manual article before it opens, and does not open if the article helps", async () => {
    await visitor.actsAs("Oliver Grant");
    await visitor.types("/ticket Our uploads stop at 40 %");
    await visitor.sends({ description: "Since yesterday, every file.", severity: "medium" });
    const offer = visitor.card("Why an upload stays");
    expect(await offer.getByRole("link").getAttribute("href")).toMatch(/^https:.*uploads$/);
    await offer.getByRole("button", { name: "This solved it" }).click();
    await visitor.card(/No ticket was opened/).waitFor();
    expect(await visitor.page.locator(".panel option", { hasText: "uploads" }).count()).toBe(0);
  });

  it("is explained beside the conversation", async () => {
    await visitor.actsAs("Luis Gil");
    await visitor.page.locator(".panel select").selectOption("1001");
    const panel = visitor.page.locator(".panel");
    await panel.locator(".card", { hasText: "Carla Núñez" }).first().waitFor();
    expect(await panel.innerText()).not.toMatch(/undefined|NaN|\{\{/);
  });

  it("is resolved, and reopened by the customer on a phone", async () => {
    await visitor.goesTo("triage");
    const card = visitor.card(/T-\d+ · El vídeo/);
    await card.getByRole("button", { name: "Resolve" }).click();
    const sure = visitor.page.getByRole("dialog").locator(".primary");
    await card.getByRole("button", { name: "Reopen" }).or(sure).first().waitFor();
    if (await sure.isVisible()) await sure.click();
    await card.getByRole("button", { name: "Reopen" }).waitFor();
    const number = /T-(\d+)/.exec(await card.innerText())?.[1] ?? "";
    const phone = await visitIn(await openWindow({ viewport: { width: 360, height: 740 } }), product.url);
    await phone.actsAs("Carla Núñez");
    await phone.types(`/ticket reopen ${number}`);
    await phone.page.getByText("Solo tú ves esto").waitFor();
    await card.getByRole("button", { name: "Resolve" }).waitFor();
    expect(phone.troubles).toEqual([]);
    await phone.close();
  });

  it("opens for an unknown requester, and triage sets the account", async () => {
    await visitor.actsAs("Sam Okafor");
    await visitor.types("/ticket Who are you?");
    await visitor.sends({ description: "I was told to ask here.", severity: "low" });
    await visitor.card(/Who are you\?/).waitFor();
    await visitor.actsAs("Marta Solé");
    await visitor.goesTo("triage");
    const card = visitor.card(/Who are you\?/);
    expect(await card.innerText()).toMatch(/unknown/i);
    await card.getByRole("button", { name: "More" }).click();
    await visitor.page.locator(".menu:popover-open button", { hasText: /account/i }).click();
    await visitor.sends({ account: "northwind" });
    await card.filter({ hasText: "Northwind Media" }).waitFor();
  });

  it("notifies the head of support and triage of a breach", async () => {
    await visitor.actsAs("Carla Núñez");
    await visitor.goesTo("acme-support");
    await visitor.types("/ticket Nadie puede entrar");
    await visitor.sends({ description: "Error 500 al entrar", severity: "critical" });
    await visitor.card(/Nadie puede entrar/).waitFor();
    await visitor.turnsClock("one hour");
    await visitor.page.locator(".who", { hasText: "Eva Sanz" }).locator(".badge").waitFor();
    // The clock passed the steps at 50 % and 80 %, too: each was sent at its own time.
    for (const person of ["Eva Sanz", "Ana Ruiz"]) {
      await visitor.actsAs(person);
      await visitor.goesTo("Plazo");
      await visitor.card(/Nadie puede entrar/).waitFor();
      expect(await visitor.page.locator(".talk").innerText()).not.toMatch(/ late: /);
    }
    await visitor.goesTo("triage");
    await visitor.page
      .locator(".message", { has: visitor.page.locator("h3", { hasText: /Nadie puede entrar/ }) })
      .locator(".thread-link")
      .last()
      .click();
    await visitor.page
      .locator(".thread .mention", { hasText: "Eva Sanz" })
      .or(visitor.page.locator(".thread .mention", { hasText: "Ana Ruiz" }))
      .first()
      .waitFor();
  });

  it("asks triage about a customer who only writes in the channel", () => plainWordsWalk(visitor));

  it("caused no error in the browser's console", () => {
    expect(visitor.troubles).toEqual([]);
  });
});
