import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readContacts } from "../../../src/db/access/contact-store.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import type { Desk } from "../../../src/desk/desk.ts";
import { linkIn, openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import type { Browser } from "../../support/web-desk.ts";
import { startWorld, type World } from "../../support/world.ts";

const acme = "/desk/accounts/acme";

let world: World;
let area: ClientArea;
let ana: Browser;
beforeEach(async () => {
  world = await startWorld("http", promisingDesk);
  area = openClientArea(world);
  ana = await area.web.signedIn("slack:U0ANA");
});
afterEach(() => world.stop());

/** A piece of a page: the part with this id, without its tags. */
const part = (page: string, id: string): string => {
  const from = page.indexOf(`id="${id}"`);
  const section = page.slice(from, page.indexOf("</section>", from));
  return section.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
};
const rows = (page: string): readonly string[] =>
  [...page.matchAll(/<tr>\s*<th scope="row">([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
    row
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim(),
  );

describe("the list of accounts", () => {
  test("shows each account with its plan, manager, tickets and what is due next, one's own first", async () => {
    await world.opens();
    await world.opens({ severity: "low" });
    await world.applies({
      ...promisingDesk,
      accounts: {
        ...promisingDesk.accounts,
        aaa: { ...promisingDesk.accounts["northwind"], key: "aaa", name: "Aaa", channels: [], contacts: [] },
      } as Desk["accounts"],
    });
    const [first = "", second = "", third = ""] = rows(await ana.page("/desk/accounts"));
    expect(first).toMatch(/^Acme TV Yours premium Ana Ruiz 2 Due in .*First answer.* T-1001$/);
    expect(second).toMatch(/^Aaa standard No account manager 0 Nothing is due$/);
    expect(third).toMatch(/^Northwind Media/);
  });

  test("is narrowed by a part of the name, and says so if none is called that", async () => {
    expect(rows(await ana.page("/desk/accounts?q=WIND"))).toEqual([expect.stringMatching(/^Northwind Media/)]);
    const none = await ana.page(`/desk/accounts?q=${encodeURIComponent("<script>alert(1)</script>\0")}`);
    expect(none).toContain("No account is called “&lt;script&gt;");
    expect(none).not.toContain("<script>alert");
  });

  test("counts up to a bound, and goes on behind the last account of a page", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => {
        const key = `a${String(at).padStart(2, "0")}`;
        return [
          key,
          { ...promisingDesk.accounts["northwind"], key, name: `Account ${key}`, channels: [], contacts: [] },
        ];
      }),
    );
    await world.opens();
    // The desk is applied first: it would follow the cards of every ticket.
    await world.applies({ ...promisingDesk, accounts: { ...promisingDesk.accounts, ...many } as Desk["accounts"] });
    await world.database.rows(sql`
      insert into tickets select (jsonb_populate_record(t, jsonb_build_object('number', n, 'source_channel', null, 'source_message', null, 'source_root', null, 'source_how', null))).*
      from tickets t cross join generate_series(2001, 2120) as n where number = 1001`);
    const seen: string[] = [];
    let path: string | null = "/desk/accounts";
    while (path !== null) {
      const page = await ana.page(path);
      seen.push(...rows(page));
      path = /<a class="button" href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? null;
    }
    expect(seen[0]).toMatch(/^Acme TV Yours premium Ana Ruiz over 99 /);
    expect(seen).toHaveLength(62);
    expect(new Set(seen).size).toBe(62);
  });
});

describe("the first page", () => {
  test("of an account manager shows their accounts, next due first, and the tickets of these", async () => {
    const desk: Desk = {
      ...promisingDesk,
      accounts: {
        aaa: { ...(promisingDesk.accounts["northwind"] ?? expect.fail()), key: "aaa", name: "Aaa", manager: "ana" },
        ...promisingDesk.accounts,
      },
    };
    await world.applies(desk);
    await world.opens();
    const page = await ana.page("/desk");
    expect(page).toContain("<h1>My accounts</h1>");
    expect(rows(page).map((each) => each.slice(0, 7))).toEqual(["Acme TV", "Aaa sta"]);
    expect(page).toContain('<tr id="row-1001"');
    expect(await ana.page("/desk?tab=open")).toContain("<h1>Queue</h1>");
  });

  test("of an agent is the queue, also if they manage no account", async () => {
    for (const user of ["slack:U0MARTA", "slack:U0LUIS", "slack:U0EVA"] as const)
      expect(await (await area.web.signedIn(user)).page("/desk")).toContain("<h1>Queue</h1>");
  });
});

describe("the page of an account", () => {
  test("tells the plan in words, whom to call, the channels by name, and what is due", async () => {
    await world.opens();
    const page = await ana.page(acme);
    expect(part(page, "plan")).toContain(
      "Critical First answer: 1 hour, day and night Next answer: 1 hour, day and night Solution: 8 hours, day and night",
    );
    expect(part(page, "plan")).toContain("May ask for a call: critical and high");
    expect(part(page, "look-after")).toMatch(
      /Account manager Ana Ruiz \+34 600 000 001 .*Deputy Luis Gil no phone number/,
    );
    expect(part(page, "look-after")).toContain("#acme");
    expect(page).not.toContain("slack:C0ACME");
    expect(page.replaceAll(/value="[^"]*"/g, "")).not.toContain("C0ACME");
    expect(part(page, "deadlines")).toMatch(/Due in .* First answer .* T-1001 .*Due in .* Solution/);
    expect(page).toContain('<tr id="row-1001"');
    expect(page).not.toContain('type="checkbox"');
  });

  test("names the holidays that are ahead, and the hours", async () => {
    const page = await ana.page("/desk/accounts/northwind");
    expect(part(page, "plan")).toMatch(/Hours: Mon–Fri 09:00–14:00, 15:30–18:30; Sat 10:00–13:00 \(Europe\/Madrid\)/);
    expect(part(page, "plan")).toContain("25 December 2026");
    expect(part(page, "plan")).toContain("Calls on request are not part of the plan.");
  });

  test("shows a channel whose name the platform does not tell without its id", async () => {
    const down = { ...promisingDesk.accounts["acme"], channels: ["slack:C0GONE"] };
    await world.applies({
      ...promisingDesk,
      accounts: { ...promisingDesk.accounts, acme: down } as Desk["accounts"],
    });
    const page = await ana.page(acme);
    expect(part(page, "look-after")).toContain("a channel on Slack");
    expect(page).not.toContain("C0GONE");
  });

  test("shows who has access: contacts of the desk file by name, and invited ones with their dates", async () => {
    await area.invited("nuria@acme.example");
    const people = part(await ana.page(acme), "people");
    expect(people).toMatch(/nuria nuria@acme\.example .* 2026, .* Ana Ruiz .* 2026, .* Withdraw access/);
    expect(people).toMatch(/carla Slack Open a ticket in the desk file in chat only/);
  });

  test("is read by every member of the staff; only some of them let people in and out", async () => {
    await area.invited("nuria@acme.example");
    for (const [user, managed] of [
      ["slack:U0LUIS", true],
      ["slack:U0EVA", true],
      ["slack:U0MARTA", false],
      ["slack:U0TOM", false],
    ] as const) {
      const page = await (await area.web.signedIn(user)).page(acme);
      // The technical team opens no tickets for contacts.
      expect([user, page.includes("open-for slack:U0CARLA")]).toEqual([user, user !== "slack:U0TOM"]);
      expect([user, page.includes("submit-invite acme"), page.includes("Withdraw access")]).toEqual([
        user,
        managed,
        managed,
      ]);
    }
  });

  test("does not exist for a key that the desk does not name", async () => {
    for (const key of [
      "nothing",
      "__proto__",
      "constructor",
      "toString",
      "%00",
      "acme%20or%201=1",
      encodeURIComponent("<script>alert(1)</script>"),
      "a".repeat(5_000),
    ]) {
      const response = await ana.get(`/desk/accounts/${key}`);
      const text = await response.text();
      expect([key.slice(0, 20), response.status]).toEqual([key.slice(0, 20), 404]);
      expect(text).toContain("There is no such account.");
      expect(text).not.toContain("<script>alert");
    }
  });

  test("shows hostile names as text", async () => {
    const name = `<script>alert(1)</script>"'>`;
    await world.applies({
      ...promisingDesk,
      accounts: {
        ...promisingDesk.accounts,
        acme: { ...(promisingDesk.accounts["acme"] ?? expect.fail()), name, plan: "premium" },
      },
    });
    await world.opens();
    await ana.press(await ana.page(acme), "Invite", { "answer.email": "x@acme.example", "answer.name": name });
    for (const path of ["/desk", "/desk/accounts", acme, "/desk/tickets/1001", "/desk?tab=open"])
      expect(await ana.page(path)).not.toContain("<script>alert");
  });
});

describe("an account manager on the page", () => {
  test("invites a person by mail, and withdraws the access again: their session ends at once", async () => {
    const sent = await ana.press(await ana.page(acme), "Invite", {
      "answer.email": "Nuria@acme.example",
      "answer.name": "Núria Pons",
    });
    const page = await ana.page(sent.headers.get("location") ?? expect.fail());
    expect(page).toContain("The invitation was sent to nuria@acme.example.");
    const nuria = area.web.browser();
    await nuria.post(linkIn(area.mails.at(-1)?.card ?? expect.fail()), {});
    expect((await nuria.get("/area")).status).toBe(200);
    const withdrawn = await ana.press(await ana.page(acme), "Withdraw access");
    expect(await ana.page(withdrawn.headers.get("location") ?? expect.fail())).toContain(
      "Núria Pons has no access to Acme TV any more.",
    );
    expect((await nuria.get("/area")).headers.get("location")).toBe("/area/sign-in");
    expect(part(await ana.page(acme), "people")).not.toContain("nuria@acme.example");
  });

  test("gets the link once to copy if it cannot be sent", async () => {
    area.failure = { ok: false, failure: { kind: "recipientGone", why: "no such address" } };
    const answer = await ana.press(await ana.page(acme), "Invite", { "answer.email": "pau@acme.example" });
    const text = await answer.text();
    expect(answer.status).toBe(200);
    const [link = ""] = /\/sign-in\/[\w-]+/.exec(text) ?? [];
    const pau = area.web.browser();
    expect((await pau.post(link, {})).headers.get("location")).toBe("/area");
    expect(await ana.page(acme)).not.toContain(link);
  });

  test("is told what is wrong with an address, and keeps what was typed", async () => {
    const page = await ana.page(acme);
    for (const [typed, why] of [
      ["no address", "This is not an e-mail address."],
      ["", "This is not an e-mail address."],
      ["a@b", "This is not an e-mail address."],
    ] as const) {
      const text = await (await ana.press(page, "Invite", { "answer.email": typed, "answer.name": "Pau" })).text();
      expect([typed, text.includes(why), text.includes('value="Pau"')]).toEqual([typed, true, true]);
    }
    expect(await readContacts(world.database.db)).toEqual([]);
  });

  test("invites a contact of another account or of the staff to nothing", async () => {
    await area.invited("olga@north.example", "U0EVA", "C0NORTH");
    await world.applies({
      ...promisingDesk,
      people: {
        ...promisingDesk.people,
        luis: { ...(promisingDesk.people["luis"] ?? expect.fail()), email: "luis@vodlix.example" },
      },
    });
    const text = await (
      await ana.press(await ana.page(acme), "Invite", { "answer.email": "luis@vodlix.example" })
    ).text();
    expect(text).toContain("This person is on the support team.");
    expect((await readContacts(world.database.db)).map(({ account }) => account)).toEqual(["northwind"]);
  });
});

describe("links to the page", () => {
  test("stand on the ticket, with the last notes, and on its row of the queue", async () => {
    await world.opens();
    await ana.press(await ana.page(acme), "Add the note", { text: "Prefers calls before noon." });
    const ticket = await ana.page("/desk/tickets/1001");
    expect(ticket).toContain(`href="${acme}"`);
    expect(part(ticket, "account")).toMatch(/Acme TV.*premium.*Ana Ruiz.*Prefers calls before noon\./);
    expect(await ana.page("/desk?tab=open")).toContain(`href="${acme}"`);
  });

  test("stand below what /desk answers about one account in chat, for the staff", async () => {
    await world.opens();
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/desk acme");
    await world.settle();
    expect(JSON.stringify(world.slack.shown.at(-1))).toContain(`http://127.0.0.1:3000${acme}`);
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/desk");
    await world.settle();
    expect(JSON.stringify(world.slack.shown.at(-1))).not.toContain("/desk/accounts");
  });

  test("a reply form names the channel as its platform does", async () => {
    await world.opens();
    const ticket = await ana.page("/desk/tickets/1001");
    expect(ticket.replaceAll(/<[^>]*>/g, "")).toMatch(/Read by everybody in #acme/);
    expect(ticket.replaceAll(/(?:value|href)="[^"]*"/g, "")).not.toContain("C0ACME");
  });
});
