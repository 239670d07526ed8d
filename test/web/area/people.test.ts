import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addContact } from "../../../src/db/access/contact-store.ts";
import { linkIn, openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { serveArea, type HttpArea } from "../../support/client-area/http-area.ts";
import { peopleOfAccount } from "../../support/client-area/people-of-account.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
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

const { contacts, contactNamed, hasAccess, log, presses, invites, staffCookie, lets, peopleOf } = peopleOfAccount(
  () => ({ world, area, http }),
);

describe("the right to manage access", () => {
  test.each([
    ["the account manager", "slack:U0ANA", true],
    ["their deputy", "slack:U0LUIS", true],
    ["the head of support", "slack:U0EVA", true],
    ["another agent", "slack:U0MARTA", false],
    ["the technical team", "slack:U0TOM", false],
  ] as const)("is given and taken by %s: %s %s", async (_, by, may) => {
    await area.invited("nuria@acme.example");
    const { user } = await contactNamed("nuria");
    const page = await (await http.client(await staffCookie(by)).get("/desk/accounts/acme")).text();
    expect(page.includes("Let manage access")).toBe(may);
    await lets("nuria", "yes", by);
    expect((await contactNamed("nuria")).managesAccess).toBe(may);
    await lets("nuria", "yes", by);
    await lets("nuria", "no", by);
    expect((await contactNamed("nuria")).managesAccess).toBe(false);
    const line = { person: user, by, byName: null, account: "acme" };
    expect((await log()).filter(({ what }) => what.startsWith("manages"))).toEqual(
      may
        ? [
            { what: "managesTaken", ...line },
            { what: "managesGiven", ...line },
          ]
        : [],
    );
  });

  test("is not given by a contact, also not by one who has it", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await area.invited("pau@acme.example");
    await lets("nuria");
    const { user } = await contactNamed("pau");
    await presses(nuria.cookie, "area", `manage-access ${user} yes`);
    await presses(nuria.cookie, "area", `manage-access ${(await contactNamed("nuria")).user} no`);
    expect([(await contactNamed("pau")).managesAccess, (await contactNamed("nuria")).managesAccess]).toEqual([
      false,
      true,
    ]);
  });

  test("ends with the access, and does not come back with it", async () => {
    await area.invited("nuria@acme.example");
    await lets("nuria");
    const { user } = await contactNamed("nuria");
    await presses(await staffCookie("slack:U0ANA"), "desk", `withdraw ${user}`);
    await lets("nuria");
    const again = await area.invited("nuria@acme.example");
    expect((await contactNamed("nuria")).managesAccess).toBe(false);
    await invites(again.cookie, "pau@acme.example");
    expect(await hasAccess("pau")).toBe(false);
  });

  test("leaves the people whom they invited, whom the answer and the account's page name for the staff", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await lets("nuria");
    await invites(nuria.cookie, "pau@acme.example");
    const cookie = await staffCookie("slack:U0ANA");
    const pau = (await contactNamed("pau")).user;
    const answer = await presses(cookie, "desk", `withdraw ${(await contactNamed("nuria")).user}`);
    expect(answer).toContain("nuria invited these people, who keep their access:");
    expect(answer).toContain("pau@acme.example");
    expect(answer).toContain(`withdraw ${pau}`);
    const page = await (await http.client(cookie).get("/desk/accounts/acme")).text();
    expect(page).toMatch(/data-label="Invited by"><span dir="auto">nuria</);
    await presses(cookie, "desk", `withdraw ${pau}`);
    expect(await hasAccess("pau")).toBe(false);
  });
});

describe("a contact who may manage access", () => {
  test("invites a person by e-mail, who signs in and reads who invited them", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await lets("nuria");
    const page = await peopleOf(nuria);
    expect(page).toContain("answer.email");
    // Acme's pages are in Spanish.
    expect(page).toContain("También lo hacen estas personas de Acme TV: nuria.");
    expect(await invites(nuria.cookie, "pau@acme.example")).toContain("pau@acme.example");
    const inviter = await contactNamed("nuria");
    expect(await contactNamed("pau")).toMatchObject({ account: "acme", addedBy: inviter.user, managesAccess: false });
    expect((await log())[0]).toMatchObject({ what: "invited", by: inviter.user, byName: "nuria", account: "acme" });
    const mail = area.mails.at(-1) ?? expect.fail("no mail");
    expect([mail.to, JSON.stringify(mail.card)]).toEqual(["email:pau@acme.example", expect.stringContaining("nuria")]);
    const pau = area.web.browser();
    expect(await pau.page(linkIn(mail.card))).toContain("nuria le invita");
    expect((await pau.post(linkIn(mail.card), {})).headers.get("location")).toBe("/area");
    expect(await peopleOf(pau)).not.toContain("answer.email");
  });

  test("withdraws the access of another contact, and not their own", async () => {
    const nuria = await area.invited("nuria@acme.example");
    const pau = await area.invited("pau@acme.example");
    await lets("nuria");
    const page = await peopleOf(nuria);
    const { user } = await contactNamed("nuria");
    expect(page).toContain(`withdraw ${(await contactNamed("pau")).user}`);
    expect(page).not.toContain(`withdraw ${user}`);
    expect(await presses(nuria.cookie, "area", `withdraw ${user}`)).toContain("No puede retirar su propio acceso.");
    await presses(nuria.cookie, "area", `withdraw ${(await contactNamed("pau")).user}`);
    expect([await hasAccess("nuria"), await hasAccess("pau")]).toEqual([true, false]);
    expect((await http.client(pau.cookie).get("/area")).headers.get("location")).toBe("/area/sign-in");
    expect((await log())[0]).toMatchObject({ what: "withdrawn", by: user, byName: "nuria", account: "acme" });
  });

  test("takes the client area from a colleague who is known in chat, and nothing else: their private ticket stays theirs", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await lets("nuria");
    await world.slack.user("U0ANA").types("C0ACME", "/ticket invite @sam");
    await world.settle();
    world.slack.dm("U0SAM");
    await world.slack.user("U0SAM").writes("D0SAM", "canary-private: about Nuria");
    await world.settle();
    const { user } = await contactNamed("sam");
    await presses(nuria.cookie, "area", `withdraw ${user}`);
    expect(await contactNamed("sam")).toMatchObject({ how: "remembered", withdrawnAt: null, managesAccess: false });
    expect(await peopleOf(nuria)).not.toContain(user);
    expect(await (await http.client(nuria.cookie).get("/area/tickets/1001")).text()).not.toContain("canary-private");
    await world.slack.user("U0SAM").types("D0SAM", "/ticket show 1001");
    await world.settle();
    expect(world.slack.user("U0SAM").privates.at(-1)?.text).toContain("canary-private");
    await presses(await staffCookie("slack:U0ANA"), "desk", `withdraw ${user}`);
    expect(await hasAccess("sam")).toBe(false);
  });

  test.each(["Luis Gil", "lu\u0456s  gil", "MARTA SOLÉ"])(
    "cannot invite a person under the name of an agent: %s",
    async (name) => {
      const nuria = await area.invited("nuria@acme.example");
      await lets("nuria");
      const before = area.mails.length;
      expect(await invites(nuria.cookie, "second@acme.example", "acme", name)).toContain("No se puede invitar aquí");
      expect([(await contacts()).length, area.mails.length]).toEqual([1, before]);
    },
  );

  test.each(["luis@vendor.example", "olga@elsewhere.example"])(
    "cannot invite %s, a person of the staff or of another account, and gets the same answer",
    async (email) => {
      const north = promisingDesk.accounts["northwind"] ?? expect.fail();
      const luis = promisingDesk.people["luis"] ?? expect.fail();
      await world.applies({
        ...promisingDesk,
        people: { ...promisingDesk.people, luis: { ...luis, email: "luis@vendor.example" } },
        accounts: {
          ...promisingDesk.accounts,
          northwind: { ...north, contacts: [...north.contacts, "email:olga@elsewhere.example"] },
        },
      });
      const nuria = await area.invited("nuria@acme.example");
      await lets("nuria");
      const before = area.mails.length;
      expect(await invites(nuria.cookie, email)).toContain("No se puede invitar aquí a esta persona.");
      expect([(await contacts()).length, area.mails.length]).toEqual([1, before]);
    },
  );

  test("never sees the link of the person they invite, also if no mail can be sent", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await lets("nuria");
    area.failure = { ok: false, failure: { kind: "recipientGone", why: "550" } };
    const answer = await invites(nuria.cookie, "pau@acme.example");
    expect(answer).toContain("no se pudo enviar");
    expect(answer).not.toContain("/sign-in/");
  });

  test("does not withdraw a contact who is known in chat only", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await lets("nuria");
    const sam = { user: "web:sam", knownAs: "slack:U0SAM", account: "acme", name: "Sam" } as const;
    const added = { how: "remembered", addedBy: "slack:U0ANA", addedAt: world.now(), seesAll: true } as const;
    await addContact(world.database.db, { ...sam, ...added });
    await presses(nuria.cookie, "area", "withdraw web:sam");
    expect(await hasAccess("Sam")).toBe(true);
  });

  test("invites at most thirty people a day for the account", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await lets("nuria");
    for (let number = 0; number < 30; number += 1) await invites(nuria.cookie, `p${number}@acme.example`);
    expect(await contacts()).toHaveLength(31);
    expect(await invites(nuria.cookie, "late@acme.example")).toContain("Hoy se ha invitado a muchas personas.");
    expect(await contacts()).toHaveLength(31);
    await world.pass(24 * 60);
    await invites(nuria.cookie, "late@acme.example");
    expect(await hasAccess("late")).toBe(true);
  });
});

describe.each([
  "contact without the right",
  "contact whose right was taken",
  "contact of another account with the right there",
  "former contact",
  "former staff",
  "nobody",
] as const)("as %s", (who) => {
  test("the page has no form, and forged requests change nothing", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await area.invited("pau@acme.example");
    const olga = await area.invited("olga@north.example", "U0EVA", "C0NORTH");
    const marta = await area.web.signedIn("slack:U0MARTA");
    await lets("olga");
    const { user } = await contactNamed("nuria");
    if (who === "contact whose right was taken") for (const may of ["yes", "no"] as const) await lets("nuria", may);
    if (who === "former contact") {
      await lets("nuria");
      await presses(await staffCookie("slack:U0ANA"), "desk", `withdraw ${user}`);
    }
    if (who === "former staff") {
      const { marta: gone, ...people } = promisingDesk.people;
      expect(gone).toBeDefined();
      await world.applies({ ...promisingDesk, people });
    }
    const cookie =
      who === "nobody"
        ? null
        : who === "former staff"
          ? (marta.cookie?.replace(/^plazo=/, "plazo-area=") ?? null)
          : who.startsWith("contact of another")
            ? olga.cookie
            : nuria.cookie;
    const page = await (await http.client(cookie).get("/area/people")).text();
    expect(page.includes("answer.email")).toBe(who.startsWith("contact of another"));
    expect(page).not.toContain("submit-invite acme");
    expect(page).not.toContain((await contactNamed("pau")).user);

    const state = async () => [await contacts(), await log(), area.mails.length];
    // Reading a page records when a contact was seen.
    const unseen = async () => JSON.stringify(await state()).replaceAll(/"lastSeenAt":[^,]*,/g, "");
    const before = await unseen();
    await presses(cookie, "area", "invite acme");
    await invites(cookie, "me@evil.example");
    for (const each of ["pau", "nuria"]) {
      const target = (await contactNamed(each)).user;
      if (target !== user || who !== "former contact") await presses(cookie, "area", `withdraw ${target}`);
      await presses(cookie, "area", `manage-access ${target} yes`);
      for (const all of ["no", "yes"]) await presses(cookie, "area", `see-all ${target} ${all}`);
    }
    expect(await unseen()).toEqual(before);
  });
});
