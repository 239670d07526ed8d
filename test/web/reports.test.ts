import { afterEach, beforeEach, expect, test } from "vitest";
import { openWebDesk, type Browser, type WebDesk } from "../support/web-desk.ts";
import { promisingDesk } from "../support/sample-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
let web: WebDesk;
let luis: Browser;
beforeEach(async () => {
  world = await startWorld("http", promisingDesk);
  web = openWebDesk(world);
  luis = await web.signedIn("slack:U0LUIS");
});
afterEach(() => world.stop());

const visible = (page: string): string => page.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

test("staff see how targets were kept, with a chart and each breach, and choose period and account", async () => {
  await world.opens();
  await world.pass(250);
  await world.slack.user("U0LUIS").presses(world.card(), "Claim");
  await world.slack.user("U0LUIS").writes("C0ACME", "Lo miramos.", { thread: world.conversation().ts });
  await world.settle();
  expect(await luis.page("/desk")).toContain('href="/desk/reports"');
  const page = await luis.page("/desk/reports?period=this+month");
  expect(visible(page)).toMatch(
    /First answer High 0% 0 1 0 .* T-1001 Acme TV First answer .* 10 minutes It had no assignee/,
  );
  expect(page).toContain("<svg");
  expect(page).not.toContain(" style=");
  expect(page).toContain('href="/desk/tickets/1001"');
  expect(page).toMatch(/<option value="this month"\s+selected/);
  const others = await luis.page("/desk/reports?period=this+month&account=northwind");
  expect(visible(others)).toContain("No clock was due in this period.");
  // January: nothing was due in December.
  expect(visible(await luis.page("/desk/reports"))).toContain("No clock was due in this period.");
});

test("other periods are taken from the address, and words that name none are said to be so", async () => {
  expect(await luis.page("/desk/reports?period=2026-Q1")).toMatch(/<option value="2026-Q1"\s+selected/);
  const wrong = await luis.page("/desk/reports?period=%3Cb%3Esoon&account=nothing");
  expect(wrong).toContain("“&lt;b&gt;soon” is no period.");
  expect(wrong).toMatch(/<option value="last month"\s+selected/);
});

test("a person who is not signed in reads no report", async () => {
  expect((await web.browser().get("/desk/reports")).headers.get("location")).toBe("/sign-in");
});
