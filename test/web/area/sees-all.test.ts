import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { UserRef } from "../../../src/tickets/refs.ts";
import { openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { serveArea, type HttpArea } from "../../support/client-area/http-area.ts";
import { peopleOfAccount } from "../../support/client-area/people-of-account.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import type { Browser } from "../../support/web-desk.ts";
import { startWorld, webAddress, type World } from "../../support/world.ts";

let world: World;
let area: ClientArea;
let http: HttpArea;

beforeEach(async () => {
  world = await startWorld("http", promisingDesk);
  area = openClientArea(world);
  http = await serveArea(world, area, webAddress);
});
afterEach(async () => {
  await http.close();
  await world.stop();
});

const { contacts, contactNamed, log, acts, presses, invites, staffCookie, lets, peopleOf } = peopleOfAccount(() => ({
  world,
  area,
  http,
}));

/** A person decides which tickets a contact sees. */
const limits = async (name: string, all: "yes" | "no", by: UserRef = "slack:U0EVA") => {
  const { user } = await contactNamed(name);
  return presses(await staffCookie(by), "desk", `see-all ${user} ${all}`);
};

const sees = async ({ cookie }: Browser, number: number) =>
  (await http.client(cookie).get(`/area/tickets/${number}`)).status === 200;

describe("the right to see all tickets of the account", () => {
  test.each([
    ["the account manager", "slack:U0ANA", true],
    ["their deputy", "slack:U0LUIS", true],
    ["the head of support", "slack:U0EVA", true],
    ["another agent", "slack:U0MARTA", false],
    ["the technical team", "slack:U0TOM", false],
  ] as const)("is taken and given by %s: %s %s", async (_, by, may) => {
    await area.invited("nuria@acme.example");
    const { user } = await contactNamed("nuria");
    const page = await (await http.client(await staffCookie(by)).get("/desk/accounts/acme")).text();
    expect(page.includes("Limit to their own tickets")).toBe(may);
    await limits("nuria", "no", by);
    expect((await contactNamed("nuria")).seesAll).toBe(!may);
    await limits("nuria", "no", by);
    await limits("nuria", "yes", by);
    expect((await contactNamed("nuria")).seesAll).toBe(true);
    const line = { person: user, by, byName: null, account: "acme" };
    const given = [
      { what: "seesAllGiven", ...line },
      { what: "seesAllTaken", ...line },
    ];
    expect((await log()).filter(({ what }) => what.startsWith("seesAll"))).toEqual(may ? given : []);
  });

  test("decides at once about the list, tickets, files and forms, and never about their own tickets", async () => {
    await world.opens();
    const nuria = await area.invited("nuria@acme.example");
    await nuria.press(await nuria.page("/area/new"), "Abrir ticket", {
      "answer.title": "Mine",
      "answer.severity": "high",
      "answer.description": "Mine too.",
    });
    const { cookie } = nuria;
    expect([await sees(nuria, 1001), await sees(nuria, 1002)]).toEqual([true, true]);
    await limits("nuria", "no");
    expect([await sees(nuria, 1001), await sees(nuria, 1002)]).toEqual([false, true]);
    for (const path of ["/area", "/area?which=resolved", "/area?which=all", "/area/tickets/1001/files/x"])
      expect(await (await http.client(cookie).get(path)).text(), path).not.toContain("T-1001");
    const page = await (await http.client(cookie).get("/area")).text();
    expect(page).toContain("T-1002");
    expect(page).toContain("Mis tickets");
    const before = await world.ticket(1001);
    for (const action of ["resolve 1001 own", "escalate 1001", "requestCall 1001"])
      await presses(cookie, "area", action);
    expect(await world.ticket(1001)).toEqual(before);
    await limits("nuria", "yes");
    expect(await sees(nuria, 1001)).toBe(true);
  });

  test("does not open a private ticket of a colleague", async () => {
    world.slack.dm("U0CARLA");
    await world.slack.user("U0CARLA").writes("D0CARLA", "Only for me: why?");
    await world.settle();
    const nuria = await area.invited("nuria@acme.example");
    await limits("nuria", "no");
    await limits("nuria", "yes");
    expect(await sees(nuria, 1001)).toBe(false);
  });

  test("leaves a person what they asked for in chat and in the client area, in both", async () => {
    await world.opens();
    await world.slack.user("U0ANA").types("C0ACME", "/ticket invite @sam");
    await world.settle();
    await limits("sam", "no");
    await world.slack.user("U0SAM").types("C0ACME", "/ticket From chat");
    await world.slack.user("U0SAM").submits({ title: "From chat", severity: "high", description: "No sound." });
    await world.settle();
    world.slack.dm("U0SAM");
    await world.slack.user("U0SAM").writes("D0SAM", "In private");
    await world.settle();
    const { user } = await contactNamed("sam");
    const sam = await area.web.signedIn(user);
    await sam.press(await sam.page("/area/new"), "Abrir ticket", {
      "answer.title": "From the area",
      "answer.severity": "high",
      "answer.description": "No picture.",
    });
    const numbers = [1001, 1002, 1003, 1004];
    expect(await Promise.all(numbers.map((each) => sees(sam, each)))).toEqual([false, true, true, true]);
    const named = (text: string) => [...new Set(text.match(/T-10\d\d/g))].toSorted();
    expect(named(await sam.page("/area"))).toEqual(["T-1002", "T-1003", "T-1004"]);
    await limits("sam", "yes");
    expect(named(await sam.page("/area?which=mine"))).toEqual(["T-1002", "T-1003", "T-1004"]);
    await limits("sam", "no");
    await world.slack.user("U0SAM").types("D0SAM", "/ticket list");
    await world.settle();
    expect(named(world.slack.user("U0SAM").privates.at(-1)?.text ?? "")).toEqual(["T-1002", "T-1003", "T-1004"]);
    // They lose it with their access.
    await presses(await staffCookie("slack:U0ANA"), "desk", `withdraw ${user}`);
    expect(await sees(sam, 1002)).toBe(false);
  });

  test("is chosen in the form of the invitation, and an invitation that is repeated does not change it", async () => {
    const cookie = await staffCookie("slack:U0ANA");
    const invitesTo = (sees: string) =>
      acts(cookie, "desk", {
        kind: "submit",
        action: "submit-invite acme",
        opener: "invite acme",
        "answer.email": "pau@acme.example",
        "answer.name": "pau",
        "answer.sees": sees,
      });
    await invitesTo("own");
    expect((await contactNamed("pau")).seesAll).toBe(false);
    await invitesTo("all");
    expect((await contactNamed("pau")).seesAll).toBe(false);
  });

  test("is chosen with a word of the invitation and with a button of the list in chat, by those who may on the web", async () => {
    /** Types a command on Slack, and returns the private answer as people see it. */
    const types = async (user: string, text: string) => {
      await world.slack.user(user).types("C0ACME", text);
      await world.settle();
      return world.slack.user(user).privates.at(-1);
    };
    for (const [address, word] of [
      ["pau@acme.example", "tickets:own"],
      ["marc@acme.example", "tickets:Próprios"],
      ["vera@acme.example", "tickets:todos"],
    ])
      await types("U0ANA", `/ticket invite ${address} ${word}`);
    expect(await Promise.all(["pau", "marc", "vera"].map(async (each) => (await contactNamed(each)).seesAll))).toEqual([
      false,
      false,
      true,
    ]);
    expect((await types("U0ANA", "/ticket invite lia@acme.example tickets:some"))?.text).toContain("tickets:all");
    expect((await contacts()).length).toBe(3);

    for (const label of ["Let pau see all tickets", "Limit vera to their own tickets"]) {
      await types("U0ANA", "/ticket access");
      await world.slack.user("U0ANA").presses("private", label);
      await world.settle();
    }
    expect(await Promise.all(["pau", "vera"].map(async (each) => (await contactNamed(each)).seesAll))).toEqual([
      true,
      false,
    ]);
    // Another agent and a contact without the right get no list, and a forged button does nothing.
    const { user } = await contactNamed("pau");
    for (const other of ["U0MARTA", "U0CARLA"]) {
      expect((await types(other, "/ticket access"))?.text ?? "").not.toContain("pau");
      await world.slack.user(other).forges("C0ACME", `see-all ${user} no`);
      await world.settle();
    }
    expect((await contactNamed("pau")).seesAll).toBe(true);
  });

  test("is given by a contact who manages access and has it, to others only", async () => {
    const nuria = await area.invited("nuria@acme.example");
    const pau = await area.invited("pau@acme.example");
    await lets("nuria");
    const { user } = await contactNamed("pau");
    expect(await peopleOf(nuria)).toContain(`see-all ${user} no`);
    await presses(nuria.cookie, "area", `see-all ${user} no`);
    await presses(nuria.cookie, "area", `see-all ${(await contactNamed("nuria")).user} no`);
    expect([(await contactNamed("pau")).seesAll, (await contactNamed("nuria")).seesAll]).toEqual([false, true]);
    await presses(pau.cookie, "area", `see-all ${user} yes`);
    expect((await contactNamed("pau")).seesAll).toBe(false);
    await limits("nuria", "no");
    await presses(nuria.cookie, "area", `see-all ${user} yes`);
    await presses(nuria.cookie, "area", `see-all ${(await contactNamed("nuria")).user} yes`);
    expect([(await contactNamed("pau")).seesAll, (await contactNamed("nuria")).seesAll]).toEqual([false, false]);
    const page = await peopleOf(nuria);
    expect([page.includes("see-all"), page.includes("answer.sees"), page.includes("answer.email")]).toEqual([
      false,
      false,
      true,
    ]);
    await invites(nuria.cookie, "marc@acme.example");
    expect((await contactNamed("marc")).seesAll).toBe(false);
  });

  test("is taken from contacts of the desk file by the file, in chat too", async () => {
    const acme = promisingDesk.accounts["acme"] ?? expect.fail("no account");
    const contacts = [...acme.contacts, "slack:U0SAM"] as const;
    await world.applies({
      ...promisingDesk,
      accounts: { ...promisingDesk.accounts, acme: { ...acme, contacts, ownTicketsOnly: ["slack:U0SAM"] } },
    });
    await world.opens();
    const shown = async (text: string) => {
      const before = world.slack.shown.length;
      await world.slack.user("U0SAM").types("C0ACME", `/ticket ${text}`);
      await world.settle();
      return JSON.stringify(world.slack.shown.slice(before));
    };
    for (const text of ["show 1001", "list", "list all", "find vídeo", "transcript 1001"])
      expect(await shown(text), text).not.toContain("El vídeo no se ve");
    expect(await shown("show 1001")).toBe(await shown("show 4711"));
    const [page] = [await (await http.client(await staffCookie("slack:U0ANA")).get("/desk/accounts/acme")).text()];
    expect(page).toContain("May see only their own tickets");
  });
});
