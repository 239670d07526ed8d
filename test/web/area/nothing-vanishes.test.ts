import { afterEach, beforeEach, expect, test } from "vitest";
import { openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";

let world: World;
let area: ClientArea;
beforeEach(async () => {
  const messages = { person: { most: 3, withinMs: 60 * 60_000 }, account: { most: 3, withinMs: 60 * 60_000 } };
  world = await startWorld("http", { ...sampleDesk, limits: { ...sampleDesk.limits, messages } });
  area = openClientArea(world);
  await world.opens();
});
afterEach(() => world.stop());

const texts = async (): Promise<readonly string[]> => (await world.messages()).map(({ text }) => text);

test("a contact who goes back, changes the text and sends again says something else, and the same text is taken once", async () => {
  const nuria = await openClientArea(world, { patienceMs: 100 }).invited("nuria@acme.example");
  const page = await nuria.page("/area/tickets/1001");
  for (const text of ["No va en la tele", "No va en la tele", "Tampoco en el móvil"])
    await nuria.press(page, "Enviar", { text });
  await world.settle();
  expect((await texts()).filter((text) => text.startsWith("No va") || text.startsWith("Tampoco"))).toEqual([
    "No va en la tele",
    "Tampoco en el móvil",
  ]);
});

test("a contact over the limit reads each time that their text was not taken, and gets it back", async () => {
  const nuria = await area.invited("nuria@acme.example");
  const page = await nuria.page("/area/tickets/1001");
  for (let n = 1; n <= 3; n++) await nuria.press(page, "Enviar", { text: `mensaje ${n}` });
  for (const text of ["mensaje cuarto", "mensaje quinto"]) {
    const sent = await nuria.press(page, "Enviar", { text });
    const shown = sent.headers.has("location")
      ? await nuria.page(sent.headers.get("location") ?? "")
      : await sent.text();
    expect(shown).toContain(text);
    expect(await texts()).not.toContain(text);
  }
});
