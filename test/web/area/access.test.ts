import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readAccessLog } from "../../../src/db/access/access-store.ts";
import { readContacts } from "../../../src/db/access/contact-store.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import { makeLinkUnlessRecent } from "../../../src/web/access/sessions.ts";
import { linkIn, openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";

const days = 24 * 60;

let world: World;
let area: ClientArea;
beforeEach(async () => {
  world = await startWorld();
  area = openClientArea(world);
});
afterEach(() => world.stop());

/** Types a command, and returns the private answer. */
const types = async (user: string, text: string, channel = "C0ACME"): Promise<string> => {
  await world.slack.user(user).types(channel, text);
  await world.settle();
  return JSON.stringify(world.slack.shown.at(-1));
};

const log = async () => (await readAccessLog(world.database.db, 20)).map(({ what, by }) => `${what} by ${by}`);
const contacts = () => readContacts(world.database.db);

describe("an invitation", () => {
  test.each([
    ["the account manager", "U0ANA"],
    ["their deputy", "U0LUIS"],
    ["the head of support", "U0EVA"],
  ])("is made by %s", async (_, user) => {
    expect(await types(user, "/ticket invite nuria@acme.example Núria Pons")).toContain("nuria@acme.example");
    expect(await contacts()).toMatchObject([
      { account: "acme", knownAs: "email:nuria@acme.example", name: "Núria Pons", addedBy: `slack:${user}` },
    ]);
    expect(area.mails.map(({ to }) => to)).toEqual(["email:nuria@acme.example"]);
    expect(await log()).toEqual(["linkMade by null", `invited by slack:${user}`]);
  });

  test.each([
    ["another agent", "U0MARTA"],
    ["the technical team", "U0TOM"],
    ["a contact of the account", "U0CARLA"],
    ["a person whom the desk does not know", "U0SAM"],
  ])("is not made by %s", async (_, user) => {
    await types(user, "/ticket invite nuria@acme.example");
    await types(user, "/ticket access");
    expect([await contacts(), area.mails, await log()]).toEqual([[], [], []]);
  });

  test("is for the account of the channel, and of no other", async () => {
    await types("U0ANA", "/ticket invite nuria@acme.example", "C0NORTH");
    await types("U0ANA", "/ticket invite nuria@acme.example account:northwind");
    await types("U0ANA", "/ticket invite nuria@acme.example", "C0TRIAGE");
    expect(await contacts()).toEqual([]);
    await types("U0ANA", "/ticket invite nuria@acme.example account:acme", "C0TRIAGE");
    expect(await contacts()).toMatchObject([{ account: "acme" }]);
  });

  test("goes to a person of the channel as a direct message", async () => {
    await types("U0ANA", "/ticket invite @sam");
    expect(await contacts()).toMatchObject([{ knownAs: "slack:U0SAM", name: "sam" }]);
    expect(JSON.stringify(world.slack.dm("U0SAM").messages)).toMatch(/sign-in/);
  });

  test("is no way in for staff, and a contact of another account stays there", async () => {
    await types("U0ANA", "/ticket invite @marta");
    await types("U0EVA", "/ticket invite @oliver");
    expect(await contacts()).toEqual([]);
  });

  test("leaves a title that begins with the word alone", async () => {
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket Invite link does not work");
    expect(world.slack.user("U0CARLA").seesForm()).not.toBeNull();
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket access denied on smart TVs");
    expect(world.slack.user("U0CARLA").seesForm()).not.toBeNull();
  });

  test("names who invited, opens once, and works for seven days", async () => {
    await types("U0ANA", "/ticket invite nuria@acme.example");
    const [first] = area.mails;
    const link = linkIn(first?.card ?? expect.fail("no mail"));
    await world.pass(7 * days - 1);
    expect(await area.web.browser().page(link)).toContain("Ana Ruiz");
    expect((await area.web.browser().post(link, {})).headers.get("location")).toBe("/area");
    expect((await area.web.browser().post(link, {})).status).toBe(410);
    await types("U0ANA", "/ticket invite nuria@acme.example");
    const again = linkIn(area.mails.at(-1)?.card ?? expect.fail("no mail"));
    await world.pass(7 * days);
    expect((await area.web.browser().post(again, {})).status).toBe(410);
  });

  test("is shown once to the person who invites, if mail does not take it, and is stored nowhere", async () => {
    area.failure = { ok: false, failure: { kind: "recipientGone", why: "550" } };
    const answer = await types("U0ANA", "/ticket invite nuria@acme.example");
    const link = /\/sign-in\/[\w-]+/.exec(answer)?.[0] ?? expect.fail(answer);
    const stored = JSON.stringify([
      await world.database.rows(sql`select * from sign_in_links`),
      await world.database.rows(sql`select * from contacts`),
      await world.database.rows(sql`select * from outbox`),
      await world.database.rows(sql`select * from inbox`),
    ]);
    expect(stored).not.toContain(link.slice("/sign-in/".length));
    expect((await area.web.browser().post(link, {})).headers.get("location")).toBe("/area");
  });

  test("shows no link of a contact who signed in before, until their access is withdrawn", async () => {
    await area.invited("nuria@acme.example", "U0LUIS");
    area.failure = { ok: false, failure: { kind: "tryAgain", why: "ECONNREFUSED" } };
    const refused = await types("U0ANA", "/ticket invite nuria@acme.example");
    expect(refused).not.toContain("/sign-in/");
    expect(refused).toContain("nuria has signed in before");
    expect(await contacts()).toMatchObject([{ addedBy: "slack:U0LUIS" }]);
    const [nuria] = await contacts();
    await world.slack.user("U0ANA").forges("C0ACME", `withdraw ${nuria?.user}`);
    await world.settle();
    expect(await types("U0ANA", "/ticket invite nuria@acme.example")).toContain("/sign-in/");
    expect(await contacts()).toMatchObject([{ addedBy: "slack:U0ANA", lastSeenAt: null }]);
    // Nuria has not signed in yet, so the last person who invited her is the one who added her.
    expect(await types("U0LUIS", "/ticket invite nuria@acme.example")).toContain("/sign-in/");
    expect(await contacts()).toMatchObject([{ user: nuria?.user, addedBy: "slack:U0LUIS" }]);
  });
});

describe("a contact", () => {
  test("stays signed in for thirty days, and not longer", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await world.pass(29 * days);
    expect((await nuria.get("/area")).status).toBe(200);
    await world.pass(days);
    expect((await nuria.get("/area")).headers.get("location")).toBe("/area/sign-in");
  });

  test("gets a new link by mail; an unknown address gets the same answer, and no mail", async () => {
    await area.invited("nuria@acme.example");
    await world.pass(5);
    const asks = async (email: string) => {
      const response = await area.web.browser().post("/area/sign-in", { email });
      await world.settle();
      return [response.status, await response.text()];
    };
    const before = area.mails.length;
    const known = await asks(" Nuria@ACME.example");
    await expect.poll(() => area.mails.length).toBe(before + 1);
    expect(await asks("stranger@acme.example")).toEqual(known);
    // A second request at once sends no second mail.
    expect(await asks("nuria@acme.example")).toEqual(known);
    await expect.poll(() => area.mails.length).toBe(before + 1);
    const link = linkIn(area.mails.at(-1)?.card ?? expect.fail("no mail"));
    expect((await area.web.browser().post(link, {})).headers.get("location")).toBe("/area");
  });

  test("gets one link if they ask several times at once", async () => {
    await area.invited("nuria@acme.example");
    await world.pass(5);
    const [nuria] = await contacts();
    const at = world.now();
    const asks = Array.from({ length: 8 }, () =>
      makeLinkUnlessRecent(world.database.db, nuria?.user ?? "web:none", { at, since: at - 60_000 }),
    );
    expect((await Promise.all(asks)).filter((path) => path !== null)).toHaveLength(1);
  });

  test("is signed out at once when the access is withdrawn, and cannot sign in again", async () => {
    const nuria = await area.invited("nuria@acme.example");
    expect((await nuria.get("/area")).status).toBe(200);
    await world.pass(5);
    await area.web.browser().post("/area/sign-in", { email: "nuria@acme.example" });
    await expect.poll(() => area.mails.length).toBe(2);
    const unused = linkIn(area.mails.at(-1)?.card ?? expect.fail("no mail"));

    expect(await types("U0ANA", "/ticket access")).toContain("nuria");
    await world.slack.user("U0ANA").presses("private", "withdraw");
    await world.settle();
    expect((await nuria.get("/area")).headers.get("location")).toBe("/area/sign-in");
    expect((await area.web.browser().post(unused, {})).status).toBe(410);
    await world.pass(5);
    await area.web.browser().post("/area/sign-in", { email: "nuria@acme.example" });
    await world.settle();
    expect(area.mails).toHaveLength(2);
    expect(await log()).toEqual([
      "linkRefused by null",
      "withdrawn by slack:U0ANA",
      "linkMade by null",
      "signedIn by null",
      "linkMade by null",
      "invited by slack:U0ANA",
    ]);
  });

  test("whose access was withdrawn cannot use a link that was made nevertheless", async () => {
    await area.invited("nuria@acme.example");
    const [contact] = await contacts();
    await types("U0ANA", "/ticket access");
    await world.slack.user("U0ANA").presses("private", "withdraw");
    await world.settle();
    const link = await area.web.link(contact?.user ?? "web:none");
    expect((await area.web.browser().get(link)).status).toBe(403);
    expect((await area.web.browser().post(link, {})).status).toBe(403);
  });

  test("keeps identity and tickets when invited again, but no session from before", async () => {
    const nuria = await area.invited("nuria@acme.example");
    const stolen = nuria.cookie;
    const [first] = await contacts();
    await types("U0ANA", "/ticket access");
    await world.slack.user("U0ANA").presses("private", "withdraw");
    await world.settle();
    await world.pass(1);
    await area.invited("nuria@acme.example");
    expect((await contacts()).map(({ user }) => user)).toEqual([first?.user]);
    nuria.cookie = stolen;
    expect((await nuria.get("/area")).headers.get("location")).toBe("/area/sign-in");
  });

  test("loses everything when the account leaves the desk", async () => {
    const nuria = await area.invited("nuria@acme.example");
    const { acme: gone, ...accounts } = sampleDesk.accounts;
    expect(gone).toBeDefined();
    await world.applies({ ...sampleDesk, accounts });
    expect((await nuria.get("/area")).status).toBe(303);
  });
});

describe("an unknown requester", () => {
  const opensAsSam = async () => {
    await world.slack.user("U0SAM").types("C0RANDOM", "/ticket No video");
    await world.slack.user("U0SAM").submits({ severity: "medium", description: "Nothing plays." });
    await world.settle();
  };

  test("is remembered for the account that the manager names, and forgotten when that is withdrawn", async () => {
    await opensAsSam();
    await world.slack.user("U0ANA").presses(world.card(), "account");
    await world.slack.user("U0ANA").submits({ account: "acme" });
    await world.settle();
    await world.slack.user("U0ANA").presses("private", "remember");
    await world.settle();
    expect(await contacts()).toMatchObject([{ knownAs: "slack:U0SAM", how: "remembered", account: "acme" }]);
    await world.desk.read(world.database.db);
    expect(world.desk.current().accounts["acme"]?.contacts).toContain("slack:U0SAM");
    await types("U0ANA", "/ticket access");
    await world.slack.user("U0ANA").presses("private", "withdraw");
    await world.settle();
    expect(world.desk.current().accounts["acme"]?.contacts).not.toContain("slack:U0SAM");
    expect(world.desk.current().former.contacts["slack:U0SAM"]).toEqual(["acme"]);
  });

  test("is not offered to an agent who does not decide who has access", async () => {
    await opensAsSam();
    const shown = world.slack.shown.length;
    await world.slack.user("U0MARTA").presses(world.card(), "account");
    await world.slack.user("U0MARTA").submits({ account: "acme" });
    await world.settle();
    expect(JSON.stringify(world.slack.shown.slice(shown))).not.toContain("remember 1001");
  });
});
