import { afterAll, beforeAll, expect, test } from "vitest";
import { openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";

let world: World;
let area: ClientArea;
beforeAll(async () => {
  world = await startWorld("http", promisingDesk);
  area = openClientArea(world);
});
afterAll(() => world.stop());

const visible = (page: string): string => page.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const secret = "we were slow with the encoder";

test("time that an agent records stands in the statement of its days, and the note stays with the team", async () => {
  const carla = world.slack.user("U0CARLA");
  const luis = world.slack.user("U0LUIS");
  await carla.types("C0ACME", "/ticket consulting Live channels");
  await carla.submits({ title: "Live channels", description: "We plan twelve." });
  await world.settle();
  const card = (): ReturnType<World["card"]> => world.card();
  await luis.presses(card(), "Record time");
  await luis.submits({ time: "1:30", day: "", note: secret });
  await world.settle();
  await luis.presses(card(), "Record time");
  await luis.submits({ time: "45 min", day: "2026-01-02", note: "" });
  await world.settle();
  await luis.presses(card(), "Record time");
  await luis.submits({ time: "8 h", day: "2025-12-31", note: "" });
  await world.settle();
  expect(card().text).toMatch(/Consulting time.*10 hours, 15 minutes/);
  const ana = await area.web.signedIn("slack:U0ANA");
  const list = await ana.page("/desk/statements");
  const made = await ana.press(list, "Make a draft", { account: "acme", period: "2026-01" });
  const draft = visible(await ana.page(made.headers.get("location") ?? ""));
  // The account reads Spanish.
  expect(draft).toMatch(/Consultoría .* T-1001 2 horas y 15 minutos .* 2 horas y 15 minutos/);
  expect(draft).not.toContain(secret);
  const other = await ana.press(list, "Make a draft", { account: "northwind", period: "2026-01" });
  expect(visible(await ana.page(other.headers.get("location") ?? ""))).not.toContain("T-1001");
  expect(visible(await ana.page("/desk/tickets/1001?view=history"))).toContain(secret);
  const nuria = await area.invited("nuria@acme.example");
  expect(await nuria.page("/area/tickets/1001")).not.toContain(secret);
  await carla.types("C0ACME", "/ticket transcript 1001");
  await world.settle();
  expect(JSON.stringify(world.slack.files)).not.toContain(secret);
  expect(
    world
      .thread(world.conversation())
      .map(({ text }) => text)
      .join(" "),
  ).not.toContain(secret);
});
