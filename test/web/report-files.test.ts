import { afterAll, beforeAll, expect, test } from "vitest";
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
});
