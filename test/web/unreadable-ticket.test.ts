import { afterEach, beforeEach, expect, test } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { openClientArea, type ClientArea } from "../support/client-area/client-area.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
let area: ClientArea;
beforeEach(async () => {
  world = await startWorld();
  area = openClientArea(world);
});
afterEach(() => world.stop(["tickets.clocks"]));

test("the page of a ticket that cannot be read says so in a sentence, and the log names the ticket", async () => {
  await world.opens();
  const nuria = await area.invited("nuria@acme.example");
  const olga = await area.invited("olga@north.example", "U0EVA", "C0NORTH");
  const luis = await area.web.signedIn("slack:U0LUIS");
  await world.database.db.execute(sql`update tickets set clocks = '{}'::jsonb where number = 1001`);
  const ofStaff = await luis.get("/desk/tickets/1001");
  expect(ofStaff.status).toBe(503);
  expect(await ofStaff.text()).toContain("This ticket cannot be read.");
  const ofContact = await nuria.get("/area/tickets/1001");
  expect(ofContact.status).toBe(503);
  expect(await ofContact.text()).toContain("Este ticket no se puede leer en este momento.");
  const logged = world.log.lines.filter((line) => line.includes("web.ticket-unreadable"));
  expect(logged).toHaveLength(2);
  expect(logged[0]).toContain("1001");
  for (const path of ["/desk/tickets/1001/files/eA", "/desk/live?ticket=1001"]) {
    const answer = await luis.get(path);
    expect([path, answer.status, (await answer.text()).includes("This ticket cannot be read.")]).toEqual([
      path,
      503,
      true,
    ]);
  }
  for (const path of ["/area/tickets/1001/files/eA", "/area/live?ticket=1001"]) {
    const answer = await nuria.get(path);
    const says = (await answer.text()).includes("Este ticket no se puede leer en este momento.");
    expect([path, answer.status, says]).toEqual([path, 503, true]);
    expect((await olga.get(path)).status).toBe(404);
  }
  // To another account it reads like a ticket that is not there.
  expect((await olga.get("/area/tickets/1001")).status).toBe(404);
});
