import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sql } from "../../src/db/schema/orm.ts";
import { formWith, openWebDesk, type Browser } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
let luis: Browser;
beforeEach(async () => {
  world = await startWorld();
  luis = await openWebDesk(world).signedIn("slack:U0LUIS");
});
afterEach(() => world.stop());

const opens = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await world.opens();
};

/** The tickets of a page, in its order. */
const shownIn = (page: string): readonly number[] =>
  [...page.matchAll(/<tr id="row-(\d+)"/g)].map(([, number]) => Number(number));
const shown = async (path: string): Promise<readonly number[]> => shownIn(await luis.page(path));

/** The counts of the tabs, in their order. */
const countsIn = (page: string): readonly string[] =>
  [...page.matchAll(/<span class="count(?: alarm)?">([^<]*)<\/span\s*><\/a/g)].map(([, count = ""]) => count);

describe("the queue", () => {
  test("shows each list with its tickets and its count", async () => {
    await opens(4);
    await world.database.rows(sql`update tickets set assignee = 'luis' where number = 1001`);
    await world.database.rows(sql`update tickets set assignee = 'marta' where number = 1002`);
    await world.database.rows(
      sql`update tickets set next_due = next_due - interval '10 hours' where number in (1002, 1003)`,
    );
    await world.database.rows(
      sql`update tickets set next_due = ${new Date(world.now() + 3_600_000).toISOString()}::timestamptz where number = 1004`,
    );
    expect(await shown("/desk")).toEqual([1002, 1003, 1004, 1001]);
    expect(await shown("/desk?tab=mine")).toEqual([1001]);
    expect(await shown("/desk?tab=unassigned")).toEqual([1003, 1004]);
    expect(await shown("/desk?tab=overdue")).toEqual([1002, 1003]);
    expect(await shown("/desk?tab=soon")).toEqual([1004]);
    expect(await shown("/desk?tab=waiting")).toEqual([]);
    expect(countsIn(await luis.page("/desk"))).toEqual(["4", "1", "2", "2", "1", "0", "0", "0"]);
  });

  test("shows an account manager the tickets of their accounts", async () => {
    await opens(2);
    const ana = await openWebDesk(world).signedIn("slack:U0ANA");
    expect(shownIn(await ana.page("/desk?tab=accounts"))).toEqual([1001, 1002]);
    expect(await luis.page("/desk")).not.toContain("tab=accounts");
  });

  test("is narrowed by its address, and its counts with it", async () => {
    await opens(2);
    await world.opens({ severity: "low" });
    expect(await shown("/desk?severity=low")).toEqual([1003]);
    expect(await shown("/desk?severity=low&account=nothing")).toEqual([]);
    expect(await shown("/desk?clock=firstResponse&account=acme&status=open")).toEqual([1001, 1002, 1003]);
    expect(await shown("/desk?clock=update")).toEqual([]);
    expect(await shown("/desk?tab=nonsense&severity=x&after=x&clock=%00&status=resolved")).toHaveLength(3);
    expect(countsIn(await luis.page("/desk?severity=low"))[0]).toBe("1");
  });

  test("goes on behind the last ticket of a page, also among those without a due time", async () => {
    await opens(3);
    await world.database.rows(sql`update tickets set next_due = null, next_clock = null where number <> 1002`);
    expect(await shown("/desk")).toEqual([1002, 1001, 1003]);
    const [due] = await world.database.rows<{ at: string }>(
      sql`select (extract(epoch from next_due) * 1000)::bigint::text as at from tickets where number = 1002`,
    );
    expect(await shown(`/desk?after=${due?.at}_1002`)).toEqual([1001, 1003]);
    expect(await shown("/desk?after=_1001")).toEqual([1003]);
  });

  test("offers the next page where there is one, and every ticket stands on one page", async () => {
    await opens(1);
    await world.database.rows(sql`
      insert into tickets select (jsonb_populate_record(t, jsonb_build_object('number', n, 'source_channel', null, 'source_message', null, 'source_root', null, 'source_how', null))).*
      from tickets t cross join generate_series(2001, 2070) as n where number = 1001`);
    const first = await luis.page("/desk");
    const next = /<a class="button" href="([^"]+)" rel="next"/.exec(first)?.[1] ?? expect.fail(first);
    const second = await luis.page(next.replaceAll("&amp;", "&"));
    expect(shownIn(first)).toHaveLength(50);
    expect(new Set([...shownIn(first), ...shownIn(second)]).size).toBe(71);
    expect(second).not.toContain('rel="next"');
    // The first page with everything that it loads.
    const [document] = [Buffer.byteLength(first)];
    let total = document;
    for (const [, path = ""] of first.matchAll(/(?:href|src)="(\/desk\/assets\/[^"]+)"/g))
      total += (await (await luis.get(path)).arrayBuffer()).byteLength;
    expect(document).toBeLessThan(70_000);
    expect(total).toBeLessThan(200_000);
  });
});

describe("the search", () => {
  test("finds tickets by their words and by a person's name, and keeps the filters", async () => {
    await opens(2);
    await world.opens({ description: "The encoder is a Teradek." });
    expect(await shown("/desk?q=teradek")).toEqual([1003]);
    expect(await shown("/desk?q=teradek&severity=low")).toEqual([]);
    expect(await shown("/desk?q=Carla")).toEqual([1003, 1002, 1001]);
    expect(await shown("/desk?q=T-1002")).toEqual([1002]);
    await luis.press(await luis.page("/desk/tickets/1001"), "Claim");
    expect(await shown("/desk?q=luis")).toEqual([1001]);
    expect(await luis.page("/desk?q=nothing")).toContain("No ticket was found for “nothing”");
  });

  test("shows what was looked for as text", async () => {
    const page = await luis.page(`/desk?q=${encodeURIComponent("<script>alert(1)</script>")}`);
    expect(page).not.toContain("<script>alert");
    expect(page).toContain("&lt;script&gt;");
  });
});

describe("several tickets at once", () => {
  /** Ticks tickets and presses one of the buttons below the table. */
  const does = async (browser: Browser, tickets: readonly number[], fields: Readonly<Record<string, string>>) => {
    const { action, fields: hidden } = formWith(await browser.page("/desk"), "Resolve");
    const body = new URLSearchParams({ ...hidden, ...fields });
    for (const each of tickets) body.append("ticket", String(each));
    return (await browser.post(action, body)).text();
  };
  const outcomes = (page: string): readonly string[] =>
    [...page.matchAll(/<li class="(ok|refused)">\s*<a href="\/desk\/tickets\/(\d+)"/g)].map(
      ([, how, number]) => `${number} ${how}`,
    );

  test("are assigned, and each is an act of its own", async () => {
    await opens(3);
    const page = await does(luis, [1001, 1003], { do: "assign", person: "marta" });
    expect(outcomes(page)).toEqual(["1001 ok", "1003 ok"]);
    expect([await world.ticket(1001), await world.ticket(1002), await world.ticket(1003)]).toMatchObject([
      { assignee: "marta" },
      { assignee: null },
      { assignee: "marta" },
    ]);
  });

  test("get a severity; lowering a confirmed one is refused without a reason", async () => {
    await opens(2);
    await does(luis, [1001], { do: "severity", severity: "critical" });
    const refused = await does(luis, [1001, 1002], { do: "severity", severity: "low" });
    expect(outcomes(refused)).toEqual(["1001 refused", "1002 ok"]);
    const lowered = await does(luis, [1001], { do: "severity", severity: "low", reason: "It was a test." });
    expect(outcomes(lowered)).toEqual(["1001 ok"]);
  });

  test("are resolved with one reply to each customer", async () => {
    await opens(2);
    const page = await does(luis, [1001, 1002], { do: "resolve", text: "It works again." });
    expect(outcomes(page)).toEqual(["1001 ok", "1002 ok"]);
    await world.passSeconds(60);
    const texts = world.slack.channel("C0ACME").messages.map(({ text }) => text);
    expect(texts.filter((text) => text.includes("It works again."))).toHaveLength(2);
    expect(await world.ticket(1001)).toMatchObject({ status: "resolved", replies: 1 });
  });

  test("are refused one by one where the person may not do it", async () => {
    await opens(2);
    const tech = await openWebDesk(world).signedIn("slack:U0TOM");
    const page = await does(tech, [1001, 1002, 9999], { do: "resolve", text: "" });
    expect(outcomes(page)).toEqual(["1001 refused", "1002 refused", "9999 refused"]);
    expect(await world.ticket(1001)).toMatchObject({ status: "open" });
  });

  test("are changed once, however often the form is sent", async () => {
    await opens(1);
    const { action, fields } = formWith(await luis.page("/desk"), "Resolve");
    const body = { ...fields, do: "resolve", text: "Once.", ticket: "1001" };
    for (let times = 0; times < 2; times += 1) await luis.post(action, body);
    await world.passSeconds(60);
    expect(await world.ticket(1001)).toMatchObject({ replies: 1 });
  });
});
