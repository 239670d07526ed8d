import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { html } from "hono/html";
import { createRehearsals, RehearsalEnded } from "../../../src/web/desk/settings/rehearsal/rehearsals.ts";
import { streamedPage, writtenLater } from "../../../src/web/render/streamed-page.ts";
import { contentsOf } from "../../support/database/contents.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";
import { openSettings, type SettingsWorld } from "../../support/settings/settings-world.ts";
import type { Browser } from "../../support/web-desk.ts";

const visible = (page: string): string => page.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const { severities, people } = sampleDocument;
const stricter = {
  ...sampleDocument,
  severities: { high: { ...severities.high, firstResponse: "PT1H" } },
  people: { ...people, ana: { ...people.ana, quiet: "00:00-23:59" } },
};

describe("on the web desk", () => {
  let settings: SettingsWorld;
  let sam: Browser;
  beforeEach(async () => {
    settings = await openSettings();
    sam = await settings.web.signedIn("slack:U0SAM");
  });
  afterEach(() => settings.world.stop());

  /** Carla's ticket, which is answered after so many minutes. */
  const answered = async (minutes: number): Promise<void> => {
    const { world } = settings;
    await world.opens();
    await world.pass(minutes);
    await world.slack.user("U0LUIS").writes("C0ACME", "We look into it.", { thread: world.conversation().ts });
    await world.settle();
  };

  test("the preview leads to a rehearsal of the changes, which tells what would have been missed, and writes nothing", async () => {
    await answered(90);
    const path = await settings.proposes("slack:U0SAM", stricter);
    const preview = await sam.page(path);
    expect(preview).toContain(`<form method="get" action="${path}/rehearsal"`);
    const before = await contentsOf(settings.world.database, ["web_sessions"]);
    const response = await sam.get(`${path}/rehearsal?days=30`);
    expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
    const html = await response.text();
    expect(await contentsOf(settings.world.database, ["web_sessions"])).toEqual(before);
    const text = visible(html);
    expect(text).toContain("1 ticket was rehearsed.");
    expect(text).toMatch(/All clocks 1 → 0 0 → 1 0 0 0 0 Acme TV High First answer 1 → 0 0 → 1/);
    expect(text).toMatch(
      /1 clock would have another outcome .* T-1001 Acme TV High First answer In time, due .* Missed, due/,
    );
    expect(html).toContain('<a href="/desk/tickets/1001">T-1001</a>');
    expect(text).toMatch(/Ana Ruiz 0 [1-9]/);
    expect(text).toContain("This rehearsal assumes");
    expect(html.trimEnd().endsWith("</html>")).toBe(true);
    expect(html).not.toMatch(/ style=|<script>/);
  });

  test("it speaks the language of the person who reads it", async () => {
    const spanish = { ...stricter.people, sam: { ...people.sam, locale: "es", timezone: "America/Mexico_City" } };
    const change = await settings.proposes("slack:U0SAM", { ...stricter, people: spanish });
    await sam.press(await sam.page(change), "Save");
    const path = await settings.proposes("slack:U0SAM", { ...sampleDocument, people: spanish });
    expect(visible(await sam.page(path))).toContain("Simular");
    const text = visible(await sam.page(`${path}/rehearsal`));
    expect(text).toContain("No se abrió ningún ticket en este periodo.");
    expect(text).toContain("Esta simulación supone");
  });

  test("another period, a draft with faults and a proposal of another person have a clear answer", async () => {
    const path = await settings.proposes("slack:U0SAM", stricter);
    const odd = await sam.get(`${path}/rehearsal?days=7`);
    expect([odd.status, visible(await odd.text())]).toEqual([
      404,
      expect.stringContaining("Choose one of the periods"),
    ]);
    const faulty = await settings.proposes("slack:U0SAM", { ...stricter, plans: { standard: { calendar: "none" } } });
    expect(await sam.page(faulty)).not.toContain("/rehearsal");
    expect(visible(await sam.page(`${faulty}/rehearsal`))).toContain("Your changes have faults.");
    const eva = await settings.web.signedIn("slack:U0EVA");
    expect((await eva.get(`${path}/rehearsal`)).status).toBe(404);
    expect((await sam.get("/desk/settings/proposals/%00/rehearsal")).status).toBe(404);
  });

  test("no rehearsal begins while the process stops, and one whose page was left writes no more", async () => {
    const path = await settings.proposes("slack:U0SAM", stricter);
    const left = await sam.get(`${path}/rehearsal`);
    await left.body?.cancel();
    settings.web.close();
    const refused = await sam.get(`${path}/rehearsal`);
    expect([refused.status, visible(await refused.text())]).toEqual([
      503,
      expect.stringContaining("try again in a minute"),
    ]);
  });
});

test("a page that is written later is shown at once, ends when it is done, and says when the browser left", async () => {
  const seen: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const page = String(await html`<p>${writtenLater}</p>`);
  const shown = (left: () => void): Response =>
    streamedPage(page, { write: (part) => promise.then(() => part(html`<b>&</b>`)), left });
  const reader = (shown(() => seen.push("left")).body as ReadableStream<Uint8Array>).getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe("<p>");
  await reader.cancel();
  expect(seen).toEqual(["left"]);
  const whole = shown(() => seen.push("again")).text();
  resolve();
  expect([await whole, seen]).toEqual(["<p><b>&</b></p>", ["left"]]);
});

test("few people rehearse at once, each once; one that is done or left makes room", () => {
  const rehearsals = createRehearsals(2);
  const ended = (signal: AbortSignal): string | null =>
    signal.reason instanceof RehearsalEnded ? signal.reason.why : null;
  const ana = rehearsals.begin("slack:U0ANA");
  const eva = rehearsals.begin("slack:U0EVA");
  if (ana === null || eva === null) throw new Error("none began");
  expect(rehearsals.begin("slack:U0SAM")).toBeNull();
  const again = rehearsals.begin("slack:U0ANA");
  expect([ended(ana.signal), again === null ? "none" : ended(again.signal)]).toEqual(["replaced", null]);
  // The one that was replaced must not make room a second time.
  ana.done();
  expect(rehearsals.begin("slack:U0SAM")).toBeNull();
  eva.done();
  expect(rehearsals.begin("slack:U0SAM")).not.toBeNull();
  rehearsals.close();
  expect([again === null ? "none" : ended(again.signal), rehearsals.begin("slack:U0ANA")]).toEqual(["closing", null]);
});
