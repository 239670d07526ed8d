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

const opened = async (): Promise<void> => {
  await world.opens();
  await world.pass(250);
  await world.slack.user("U0LUIS").presses(world.card(), "Claim");
  await world.slack.user("U0LUIS").writes("C0ACME", "Lo miramos.", { thread: world.conversation().ts });
  await world.settle();
};

/** The figures of a page: what each says, how many rows it promises, and where they are. */
const figuresOf = (page: string) =>
  [...page.matchAll(/<a\s+class="figure"\s+data-rows="(\d+)"\s+href="([^"]*)"/g)].map(([, rows = "", path = ""]) => ({
    rows,
    path: path.replaceAll("&amp;", "&"),
  }));

test("staff see the summary, charts and tables, and each figure opens a list of as many rows", async () => {
  await opened();
  expect(await luis.page("/desk")).toContain('href="/desk/reports"');
  const page = await luis.page("/desk/reports?period=this+month");
  expect(visible(page)).toMatch(/Targets met in time 0% Missed targets 1 \+1 \(before: 0\)/);
  expect(visible(page)).toContain("It had no assignee 1");
  expect(page.match(/<svg/g)).toHaveLength(4);
  expect(page).not.toContain(" style=");
  expect(page).toMatch(/<option value="this month"\s+selected/);
  const figures = figuresOf(page);
  expect(figures.length).toBeGreaterThan(25);
  for (const { rows, path } of new Map(figures.map((each) => [each.path, each])).values()) {
    const list = await luis.page(path);
    expect(list, path).toContain(`data-total="${rows}"`);
    expect(list.match(/<th scope="row"><a href="\/desk\/tickets\//g) ?? [], path).toHaveLength(Number(rows));
  }
  const others = await luis.page("/desk/reports?period=this+month&account=northwind");
  expect(visible(others)).toContain("No clock was due in this period.");
  // January: nothing was due in December.
  expect(visible(await luis.page("/desk/reports"))).toContain("No clock was due in this period.");
});

test("each missed target in a list says when it was due, how late it was and why, and leads to its explanation", async () => {
  await opened();
  const list = await luis.page("/desk/reports/tickets?list=clocks&outcome=breached&period=this+month");
  expect(visible(list)).toMatch(
    /T-1001 .* Acme TV First answer High Luis Gil .* Missed .* 10 minutes It had no assignee Explain/,
  );
  expect(list).toContain('href="/desk/tickets/1001#explained"');
  expect(await luis.page("/desk/tickets/1001")).toContain('id="explained"');
  // What an address does not understand narrows nothing.
  const odd = await luis.page(
    "/desk/reports/tickets?list=%00&clock=x&hour=9-99&order=up&page=-1&period=this+month&account=acme",
  );
  expect(odd).toContain('data-total="1"');
});

test("clocks come as a file for spreadsheets, and the log says who took it", async () => {
  await opened();
  const page = await luis.page("/desk/reports?period=this+month");
  const path = (/href="(\/desk\/reports\/clocks\.csv[^"]*)"/.exec(page)?.[1] ?? "").replaceAll("&amp;", "&");
  const file = await luis.get(path);
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(file.headers.get("content-disposition")).toBe('attachment; filename="clocks-2026-01-01-until-2026-01-31.csv"');
  const lines = new TextDecoder("utf-8", { ignoreBOM: true })
    .decode(await file.arrayBuffer())

    .split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^\uFEFFticket,clock,/);
  expect(lines[1]).toMatch(/^T-1001,firstResponse,1,problem,acme,.*,breached,/);
  expect(world.log.lines.filter((line) => line.includes("access.disclosed"))).toEqual([
    'info access.disclosed {"what":"report","who":"slack:U0LUIS"}',
  ]);
  expect((await web.browser().get(path)).headers.get("location")).toBe("/sign-in");
});

test("an account manager first sees the report about their accounts, in an address that can be shared", async () => {
  await opened();
  const ana = await web.signedIn("slack:U0ANA");
  const own = await ana.get("/desk/reports");
  expect(own.headers.get("location")).toBe("/desk/reports?period=last+month&manager=ana");
  expect(visible(await ana.page("/desk/reports?period=this+month&manager=ana"))).toContain("Missed targets 1");
  expect(visible(await luis.page("/desk/reports?period=this+month&manager=-"))).toContain(
    "No clock was due in this period.",
  );
  expect(await ana.page("/desk/reports?period=this+month&manager=")).toContain("By account manager");
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
