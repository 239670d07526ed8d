import { afterEach, beforeEach, expect, test } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { excerptsOf } from "../../src/features/lists/find-card.ts";
import { atOnce } from "../../src/features/history/index.ts";
import { ticket } from "../cards/samples/sample.ts";
import { openClientArea } from "../support/client-area/client-area.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import type { Browser } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld("http", sampleDesk);
});
afterEach(() => world.stop());

/** A ticket with so many messages of the customer, numbered from the oldest, each of about so many characters. */
const longTicket = async (messages: number, characters: number): Promise<void> => {
  await world.opens();
  await world.slack.user("U0CARLA").writes("C0ACME", "message 1.", { thread: world.conversation().ts });
  await world.settle();
  await world.database.rows(sql`insert into events (ticket, type, at, body)
    select ticket, type, at, jsonb_set(body, '{text}', to_jsonb('message ' || n || '. ' || repeat('x', ${characters}::int)))
    from events, generate_series(2, ${messages}::int) as n where type = 'customerWrote' order by n`);
};

/** The address behind the first message and behind the last one: earlier messages, and the newest. */
const linkBefore = (page: string): string | undefined =>
  /<p><a href="([^"]+)">[^<]+<\/a><\/p>\s*<ol class="messages"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
const linkBehind = (page: string): string | undefined =>
  /<\/ol>\s*<p><a href="([^"]+)">/.exec(page)?.[1]?.replaceAll("&amp;", "&");
const numbersIn = (page: string): readonly number[] =>
  [...page.matchAll(/message (\d+)\./g)].map(([, number]) => Number(number));

/** The pages from the newest to the oldest, as a person follows the links. */
const walk = async (browser: Browser, from: string): Promise<readonly string[]> => {
  const pages: string[] = [];
  for (let path: string | undefined = from; path !== undefined; path = linkBefore(pages.at(-1) ?? "")) {
    const page: string = await (await browser.get(path)).text();
    // A live update reads the page that is shown.
    expect(page.replaceAll("&amp;", "&")).toContain(`hx-get="${path}"`);
    pages.push(page);
  }
  return pages;
};

const visitors = async () => {
  const area = openClientArea(world);
  return [
    [await area.invited("nuria@acme.example"), "/area/tickets/1001"],
    [await area.web.signedIn("slack:U0LUIS"), "/desk/tickets/1001"],
    [await area.web.signedIn("slack:U0LUIS"), "/desk/tickets/1001?view=history"],
  ] as const;
};

test("a page shows 50 messages at most, and its links lead to each other message once", async () => {
  await longTicket(120, 0);
  for (const [browser, path] of await visitors()) {
    const pages = await walk(browser, path);
    expect(pages.length, path).toBe(3);
    for (const page of pages) expect(numbersIn(page).length).toBeLessThanOrEqual(50);
    expect(pages.toReversed().flatMap(numbersIn), path).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
    expect(linkBehind(pages[0] ?? ""), path).toBeUndefined();
    expect(linkBehind(pages[1] ?? ""), path).toBe(path);
  }
});

test("long messages make shorter pages, so that no page takes long", async () => {
  await longTicket(20, 39_000);
  for (const [browser, path] of await visitors()) {
    const pages = await walk(browser, path);
    expect(pages.toReversed().flatMap(numbersIn), path).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    for (const page of pages) expect([...page.matchAll(/x{39000}/g)].length, path).toBeLessThanOrEqual(7);
  }
});

test("the excerpts of a search look through a bounded number of characters", () => {
  const tickets = Array.from({ length: 50 }, (_, at) => ({
    ...ticket,
    number: 1001 + at,
    description: `${"word ".repeat(3_900)} needle`,
  }));
  const excerpts = atOnce(excerptsOf(tickets, new Map(), "needle"));
  expect(excerpts.size).toBe(20);
  expect(excerpts.get(1001)).toContain("needle");
});
