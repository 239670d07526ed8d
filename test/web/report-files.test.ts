import { afterAll, beforeAll, expect, test } from "vitest";
import { outcomesToDerive } from "../../src/db/schema/outcome-schema.ts";
import { promisingDesk } from "../support/sample-desk.ts";
import { openWebDesk, type WebDesk } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
let web: WebDesk;
beforeAll(async () => {
  world = await startWorld("http", promisingDesk);
  web = openWebDesk(world);
});
afterAll(() => world.stop());

test("staff get a report as HTML and PDF, of what the address names, and others do not", async () => {
  await world.opens();
  await world.pass(250);
  await world.slack.user("U0LUIS").writes("C0ACME", "Lo miramos.", { thread: world.conversation().ts });
  await world.settle();
  const luis = await web.signedIn("slack:U0LUIS");
  const page = await luis.page("/desk/reports/report.html?period=this+month&account=acme");
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).toContain("T-1001");
  expect(await luis.page("/desk/reports/report.html?period=this+month&account=northwind")).not.toContain("T-1001");
  expect(await luis.page("/desk/reports/report.pdf?period=this+month")).toMatch(/^%PDF-/);
  const shown = await luis.page("/desk/reports?period=this+month&account=acme");
  expect(shown).toContain('href="/desk/reports/report.pdf?period=this+month&amp;account=acme"');
  expect(page).not.toContain("do not count yet");
  expect(await luis.page("/desk/reports/report.pdf?period=soon")).toContain("“soon” is no period");
});

test("while older tickets are still derived after an upgrade, page, file and chat say so", async () => {
  await world.database.db.insert(outcomesToDerive).values({ last: 0, through: 1_001 });
  const luis = await web.signedIn("slack:U0LUIS");
  for (const form of ["", "/report.html"])
    expect(await luis.page(`/desk/reports${form}?period=this+month`)).toContain("1 older ticket does not count yet");
  await world.slack.user("U0LUIS").types("C0TRIAGE", "/desk report this month");
  await world.settle();
  expect(world.slack.user("U0LUIS").privates.at(-1)?.text).toMatch(/1 older ticket does not count yet/);
  await world.database.db.delete(outcomesToDerive);
});
