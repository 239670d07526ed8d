import { afterEach, beforeEach, expect, test } from "vitest";
import { createEventDamageReport } from "../../src/jobs/report-damaged.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { openClientArea } from "../support/client-area/client-area.ts";
import { inEnglish } from "../support/sentences.ts";
import { holdingDesk } from "../support/sample-desk.ts";
import { openWebDesk } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld("http", holdingDesk);
  await world.opens();
});
afterEach(() => world.stop(["events.body"]));

const luis = () => world.slack.user("U0LUIS");
const carla = () => world.slack.user("U0CARLA");
const line = inEnglish("history.unreadable");
const canary = "canary-damaged";

/** Damages the newest event of this type so that its text stays and its schema refuses it. */
const damage = (type: string) =>
  world.database.rows(
    sql`update events set body = jsonb_set(body, '{by}', '"gone"') where id = (select max(id) from events where type = ${type})`,
  );
const asked = async (command: string): Promise<string> => {
  await luis().types("C0TRIAGE", command);
  await world.settle();
  return luis().privates.at(-1)?.text ?? "";
};
const reports = () => world.log.lines.filter((each) => each.includes("history.damaged"));

test("a damaged message is one line for staff and missing for customers, and the log names it once", async () => {
  await carla().writes("C0ACME", canary, { thread: world.conversation().ts });
  await world.settle();
  await damage("customerWrote");
  await carla().writes("C0ACME", "The words after it", { thread: world.conversation().ts });
  await world.settle();

  for (const command of ["/ticket show 1001", "/ticket history 1001"]) {
    const text = await asked(command);
    expect(text, command).not.toContain(canary);
    if (command.includes("history")) expect(text).toMatch(line);
    else expect(text).toContain("The words after it");
  }
  await asked("/ticket transcript 1001");
  const file = world.slack.files.at(-1)?.content ?? "";
  expect(file).toMatch(line);
  expect(file).toContain("The words after it");
  expect(file).not.toContain(canary);
  expect(reports()).toHaveLength(1);
  expect(reports().join()).not.toContain(canary);

  const area = openClientArea(world);
  const contact = await area.invited("nuria@acme.example");
  const onDesk = openWebDesk(world, undefined, { onDamagedEvent: createEventDamageReport(world.log) });
  const agent = await onDesk.signedIn("slack:U0LUIS");
  for (const path of ["/desk/tickets/1001", "/desk/tickets/1001?view=history"]) {
    const page = await agent.get(path);
    const text = await page.text();
    expect([page.status, line.test(text), text.includes("The words after it")], path).toEqual([200, true, true]);
  }
  expect(reports()).toHaveLength(2);
  const page = await contact.get("/area/tickets/1001");
  const text = await page.text();
  expect(page.status).toBe(200);
  expect(text).toContain("The words after it");
  expect(text).not.toMatch(line);
  expect(text).not.toContain(canary);
});

test("a message that opened the ticket is deleted although the event that opened it is damaged", async () => {
  const message = await carla().writes("C0ACME", canary);
  await luis().picks(message);
  await luis().submits({ severity: "high" });
  await world.settle();
  await world.database.rows(sql`update events set body = jsonb_set(body, '{by}', '"gone"') where ticket = 1002`);
  await carla().deletes(message);
  await world.settle();
  expect((await world.messages(1002))[0]?.text).toBe("");
  expect(world.log.lines.filter((each) => /inbox\.(failed|parked)/.test(each))).toEqual([]);
  const left = await world.database.rows<{ body: string }>(
    sql`select body::text as body from events where ticket = 1002`,
  );
  expect(left.map(({ body }) => body).join()).not.toContain(canary);
});
