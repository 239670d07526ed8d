import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { savedIn, sentIn } from "../../support/settings/posted-form.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";
import { openSettings, type SettingsWorld } from "../../support/settings/settings-world.ts";
import type { Browser } from "../../support/web-desk.ts";

const { ana: _ana, ...withoutAna } = sampleDocument.people;
const { marta: _marta, ...withoutMarta } = sampleDocument.people;

let settings: SettingsWorld;
let sam: Browser;
beforeEach(async () => {
  settings = await openSettings();
  sam = await settings.web.signedIn("slack:U0SAM");
});
afterEach(() => settings.world.stop());

const claimed = async (by: `U0${string}`): Promise<void> => {
  const { world } = settings;
  await world.opens();
  const cards = world.slack.channel("C0TRIAGE").messages.filter(({ thread }) => thread === null);
  await world.slack.user(by).presses(cards.at(-1) ?? expect.fail("no card"), "Claim");
  await world.settle();
};
const visible = (html: string): string => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

describe("a person who is removed", () => {
  test("hands accounts, deputy roles and open tickets over in the same save", async () => {
    await claimed("U0ANA");
    await claimed("U0ANA");
    const path = await settings.proposes("slack:U0SAM", { ...sampleDocument, people: withoutAna });
    const first = await sam.page(path);
    expect(visible(first)).toContain("Accounts: Acme TV · Account manager is");
    expect(visible(first)).toContain("Ana Ruiz : 2 open tickets; account manager of Acme TV");
    expect(first).not.toContain(`${path}/save`);
    expect((await sam.press(first, "Hand over", { to: "luis" })).headers.get("location")).toBe(path);
    const second = await sam.page(path);
    expect(second).toMatch(/<option value="luis"[^>]*selected/);
    await sam.press(second, "Save");
    await settings.world.settle();
    expect(await settings.inForce()).toMatchObject({
      version: 2,
      document: { accounts: { acme: { manager: "luis" } } },
    });
    for (const number of [1001, 1002]) expect(await settings.world.ticket(number)).toMatchObject({ assignee: "luis" });
  });

  test("leaves the tickets to triage without a successor", async () => {
    await claimed("U0MARTA");
    const path = await settings.proposes("slack:U0SAM", { ...sampleDocument, people: withoutMarta });
    await sam.press(await sam.page(path), "Save");
    await settings.world.settle();
    expect(await settings.world.ticket()).toMatchObject({ assignee: "marta" });
    const { world } = settings;
    expect(JSON.stringify(world.thread(world.card()))).toContain("Marta Vega");
  });

  test("may get another successor before it is saved, and nobody who leaves or does not exist", async () => {
    await claimed("U0ANA");
    const path = await settings.proposes("slack:U0SAM", {
      ...sampleDocument,
      people: withoutAna,
      accounts: {
        ...sampleDocument.accounts,
        northwind: { ...sampleDocument.accounts.northwind, manager: "luis" },
      },
    });
    const first = await sam.page(path);
    await sam.press(first, "Hand over", { to: "luis" });
    await sam.press(first, "Hand over", { to: "marta" });
    // What the first choice has of his own stays with him.
    for (const to of ["ana", "nobody", "__proto__"]) await sam.press(first, "Hand over", { to });
    await sam.press(first, "Hand over", { person: "tom", to: "luis" });
    await sam.press(await sam.page(path), "Save");
    await settings.world.settle();
    expect((await settings.inForce()).document).toMatchObject({
      accounts: { acme: { manager: "marta" }, northwind: { manager: "luis" } },
    });
    expect(await settings.world.ticket()).toMatchObject({ assignee: "marta" });
  });
});

describe("the form that removes a person", () => {
  const path = "/desk/settings/people/entry/ana/remove";
  beforeEach(async () => {
    await settings.world.stop();
    settings = await openSettings(
      {},
      {
        ...sampleDocument,
        people: { ...sampleDocument.people, marta: { ...sampleDocument.people.marta, deputy: "ana" } },
        areas: { player: { title: "Player", agents: ["luis"] } },
      },
    );
    sam = await settings.web.signedIn("slack:U0SAM");
  });

  test("lists what they have, asks who takes over, and hands over each as chosen after the preview", async () => {
    for (let count = 0; count < 3; count += 1) await claimed("U0ANA");
    const first = await sam.page(path);
    const names = ["T-1001 ·", "T-1003 ·", "Accounts: Acme TV · Account manager", "People: Marta Vega · Deputy"];
    for (const name of names) expect(visible(first)).toContain(name);
    expect(visible(first)).toContain("3 open tickets");
    const unanswered = await (await sentIn(sam, path, {})).text();
    expect(unanswered).toMatch(/id="about-to"[\s\S]*?class="error">Please choose one of the list/);
    const response = await sentIn(sam, path, {
      to: "luis",
      "place.accounts.acme.manager": "eva",
      "ticket.1002": "marta",
      "ticket.1003": "-",
    });
    const preview = visible(await sam.page(response.headers.get("location") ?? ""));
    for (const said of ["T-1002 goes to Marta Vega instead.", "T-1003 is offered in triage instead."])
      expect(preview).toContain(said);
    // Names stand instead of keys, and what goes to a successor is not said to stay.
    expect(preview).toMatch(/Account manager Before: Ana Ruiz After: Eva Sanz/);
    expect(preview).not.toContain("still has");
    expect(await savedIn(sam, response, settings)).toMatchObject({
      accounts: { acme: { manager: "eva" } },
      people: { marta: { deputy: "luis" } },
    });
    await settings.world.settle();
    const assignees = [1001, 1002, 1003].map(async (number) => (await settings.world.ticket(number)).assignee);
    expect(await Promise.all(assignees)).toEqual(["luis", "marta", "ana"]);
  });

  test("gives an area only to an agent, and takes no one whom the desk does not have", async () => {
    const luis = path.replace("ana", "luis");
    const forged = await sentIn(sam, luis, { to: "eva", "place.areas.player.agents.0": "tom" });
    expect((await savedIn(sam, forged, settings))["areas"]).toEqual({ player: { title: "Player" } });
    for (const to of ["ana", "ghost", "__proto__", ""]) expect((await sentIn(sam, path, { to })).status).toBe(200);
  });

  test("asks nothing for a person who has nothing", async () => {
    const page = await sam.page(path.replace("ana", "tom"));
    expect(page).not.toContain("<select");
    expect((await sentIn(sam, path.replace("ana", "tom"), {})).status).toBe(303);
  });
});

describe("open deadlines", () => {
  const faster = {
    ...sampleDocument,
    plans: { ...sampleDocument.plans, premium: { calendar: "always", targets: { high: { firstResponse: "PT2H" } } } },
  };
  const due = async () => (await settings.world.ticket()).sla.clocks[0]?.target.due;

  test("that would move are shown, and stay where they are when one saves", async () => {
    await settings.world.opens();
    const before = await due();
    const path = await settings.proposes("slack:U0SAM", faster);
    const html = await sam.page(path);
    expect(visible(html)).toMatch(/T-1001 Acme TV First answer .*14:00.*12:00/);
    await sam.press(html, "Save", { do: "save" });
    await settings.world.settle();
    expect(await due()).toBe(before);
  });

  test("move when one saves and plans again, and the history says so", async () => {
    await settings.world.opens();
    const before = (await due()) ?? 0;
    const path = await settings.proposes("slack:U0SAM", faster);
    await sam.press(await sam.page(path), "Save and re-plan", { do: "replan" });
    await settings.world.settle();
    expect(await due()).toBe(before - 2 * 3_600_000);
    expect(await sam.page("/desk/tickets/1001?view=history")).toContain("planned the targets again");
    const next = await settings.proposes("slack:U0SAM", { ...faster, desk: "Ours" });
    expect(await sam.page(next)).toContain("No open deadline would move");
  });
});

describe("changes of two administrators", () => {
  const { marta } = sampleDocument.people;
  const mine = { ...sampleDocument, people: { ...sampleDocument.people, marta: { ...marta, name: "Marta Vidal" } } };

  const evaSaves = async (document: object): Promise<void> => {
    const eva = await settings.web.signedIn("slack:U0EVA");
    await eva.press(await eva.page(await settings.proposes("slack:U0EVA", document)), "Save");
  };

  test("of different entries can be put on top of each other", async () => {
    const path = await settings.proposes("slack:U0SAM", mine);
    await evaSaves({ ...sampleDocument, desk: "Our desk" });
    await sam.press(await sam.page(path), "Put my changes on version 2");
    await sam.press(await sam.page(path), "Save");
    const { version, document } = await settings.inForce();
    expect(version).toBe(3);
    expect(document).toEqual({ ...mine, desk: "Our desk" });
  });

  test("of one entry are named, and have to be made again", async () => {
    const path = await settings.proposes("slack:U0SAM", mine);
    await evaSaves({ ...mine, people: { ...mine.people, marta: { ...marta, name: "Marta V." } } });
    const html = await sam.page(path);
    expect(visible(html)).toContain("people.marta");
    expect(html).not.toContain(`${path}/on-top`);
    const token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "";
    await sam.post(`${path}/on-top`, { token });
    await sam.post(`${path}/save`, { token });
    expect(await settings.inForce()).toMatchObject({
      version: 2,
      document: { people: { marta: { name: "Marta V." } } },
    });
  });
});
