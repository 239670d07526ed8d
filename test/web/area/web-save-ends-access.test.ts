import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readAccessLog } from "../../../src/db/access/access-store.ts";
import { readContacts } from "../../../src/db/access/contact-store.ts";
import { readDesk, readDeskState } from "../../../src/db/desk-store.ts";
import { linkIn, openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";
import { openSettings, type SettingsWorld } from "../../support/settings/settings-world.ts";
import { inEnglish } from "../../support/sentences.ts";
import type { Browser } from "../../support/web-desk.ts";

let settings: SettingsWorld;
let area: ClientArea;
let sam: Browser;
beforeEach(async () => {
  settings = await openSettings();
  area = openClientArea(settings.world);
  sam = await settings.web.signedIn("slack:U0SAM");
});
afterEach(() => settings.world.stop());

const { acme, northwind } = sampleDocument.accounts;
const withoutAcme = { ...sampleDocument, accounts: { northwind } };
/** The sample desk with other contacts of Acme. */
const withContactsOfAcme = (contacts: readonly string[]) => ({
  ...sampleDocument,
  accounts: { northwind, acme: { ...acme, contacts } },
});

const save = async (document: object): Promise<void> => {
  const path = await settings.proposes("slack:U0SAM", document);
  await sam.press(await sam.page(path), "Save");
  await settings.world.settle();
};

/** Carla is a contact of Acme in the desk, and is invited to the client area. */
const carlaSignsIn = async (): Promise<Browser> => {
  const { world } = settings;
  await world.slack.user("U0ANA").types("C0ACME", "/ticket invite @carla");
  await world.settle();
  const [link = ""] = /\/sign-in\/[\w-]+/.exec(JSON.stringify(world.slack.dm("U0CARLA").messages)) ?? [];
  const browser = area.web.browser();
  await browser.post(link, {});
  expect((await browser.get("/area")).status).toBe(200);
  return browser;
};

const withdrawals = async () =>
  (await readAccessLog(settings.world.database.db, 20)).flatMap(({ what, name, by }) =>
    what === "leftDesk" ? [`${name} by ${by}`] : [],
  );

describe("a save in the settings", () => {
  test("takes the client area from a contact whom it removes, and a later save does not give it back", async () => {
    const carla = await carlaSignsIn();
    await settings.world.opens();
    const page = await carla.page("/area/tickets/1001");
    const path = await settings.proposes("slack:U0SAM", withContactsOfAcme([]));
    const preview = await sam.page(path);
    expect(preview).toContain("Contacts who lose their access for good");
    expect(preview).toContain("Carla (slack:U0CARLA), invited to or remembered for acme");
    await sam.press(preview, "Save");
    await settings.world.settle();
    expect((await carla.get("/area/tickets/1001")).status).toBe(303);
    await carla.press(page, "Send", { text: "still here" });
    await settings.world.settle();
    expect(JSON.stringify(await settings.world.messages())).not.toContain("still here");
    await save(sampleDocument);
    expect((await carla.get("/area")).status).toBe(303);
    expect(await withdrawals()).toEqual(["carla by null"]);
  });

  test("takes it from a contact whom it names for another account", async () => {
    const carla = await carlaSignsIn();
    const moved = withContactsOfAcme([]);
    const contacts = [...northwind.contacts, "slack:U0CARLA"];
    await save({ ...moved, accounts: { ...moved.accounts, northwind: { ...northwind, contacts } } });
    expect((await carla.get("/area")).status).toBe(303);
    const { db } = settings.world.database;
    expect((await readContacts(db)).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });

  test("takes it with the account, also if the key is used again for another customer", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await save(withoutAcme);
    await save({ ...sampleDocument, accounts: { northwind, acme: { ...acme, name: "Another customer" } } });
    await settings.world.opens();
    expect((await nuria.get("/area")).status).toBe(303);
    expect(await nuria.page("/area/tickets/1001")).not.toContain("T-1001");
    expect(await withdrawals()).toEqual(["nuria by null"]);
  });

  test("ends invitations that were not used yet, and people can ask for no new link", async () => {
    const { world } = settings;
    await world.slack.user("U0ANA").types("C0ACME", "/ticket invite nuria@acme.example");
    await world.settle();
    const invitation = area.mails.at(-1) ?? expect.fail("there is no invitation");
    await save(withoutAcme);
    await save(withContactsOfAcme([]));
    const nuria = area.web.browser();
    await nuria.post(linkIn(invitation.card), {});
    expect((await nuria.get("/area")).status).toBe(303);
    await nuria.post("/area/sign-in", { email: "nuria@acme.example" });
    expect(area.mails).toHaveLength(1);
  });

  test("takes nothing from contacts of whom it says nothing, and they may be invited again after they lost it", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await save(withContactsOfAcme(["slack:U0CARLA", "slack:U0MIA"]));
    expect((await nuria.get("/area")).status).toBe(200);
    await save(withoutAcme);
    await save(sampleDocument);
    await settings.world.pass(2);
    expect((await (await area.invited("nuria@acme.example")).get("/area")).status).toBe(200);
  });

  test("that restores a version from before a contact was named takes their access as well", async () => {
    await save(withContactsOfAcme([]));
    await save(sampleDocument);
    const carla = await carlaSignsIn();
    const versions = await sam.page("/desk/settings/versions");
    const token = /name="token" value="([^"]+)"/.exec(versions)?.[1] ?? "";
    const restored = await sam.post("/desk/settings/versions/2/restore", { token });
    const path = restored.headers.get("location") ?? expect.fail("there is no preview");
    await sam.press(await sam.page(path), "Save");
    await settings.world.settle();
    expect((await settings.inForce()).version).toBe(4);
    expect((await carla.get("/area")).status).toBe(303);
  });

  test("ends the links with which a person who leaves invited others, and names older contacts of theirs", async () => {
    const { world } = settings;
    const nuria = await area.invited("nuria@acme.example", "U0ANA");
    await world.pass(8 * 24 * 60);
    sam = await settings.web.signedIn("slack:U0SAM");
    await world.slack.user("U0ANA").types("C0ACME", "/ticket invite nuria@acme.example");
    await world.settle();
    const link = linkIn(area.mails.at(-1)?.card ?? expect.fail("no mail"));
    const { ana: _, ...people } = sampleDocument.people;
    const accounts = { northwind, acme: { ...acme, manager: "luis" } };
    const preview = await sam.page(await settings.proposes("slack:U0SAM", { ...sampleDocument, people, accounts }));
    expect(preview).toContain("Contacts who keep their access although the person who added them leaves");
    expect(preview).toContain("(email:nuria@acme.example), contact of acme, added by Ana Ruiz");
    await sam.press(preview, "Save");
    await world.settle();
    expect((await area.web.browser().post(link, {})).status).toBe(410);
    expect((await nuria.get("/area")).status).toBe(200);
  });

  test("ends the access of lately added contacts when the entry of their inviter goes to another person", async () => {
    const { world } = settings;
    const nuria = await area.invited("nuria@acme.example", "U0ANA");
    await world.slack.user("U0ANA").types("C0TRIAGE", "/desk out tomorrow");
    await world.settle();
    const outOrNot = async () => (await readDeskState(world.database.db)).absences.map(({ person }) => person);
    expect(await outOrNot()).toEqual(["ana"]);
    const { ana } = sampleDocument.people;
    const people = { ...sampleDocument.people, ana: { ...ana, name: "Ines Mora", slack: "U0INES" } };
    const preview = await sam.page(await settings.proposes("slack:U0SAM", { ...sampleDocument, people }));
    expect(preview).toMatch(inEnglish("deskLoss.handedOver", { now: "Ines Mora", name: "Ana Ruiz" }));
    expect(preview).toContain("(email:nuria@acme.example), invited to or remembered for acme");
    await sam.press(preview, "Save");
    await world.settle();
    expect((await nuria.get("/area")).status).not.toBe(200);
    // The next person is not out.
    expect(await outOrNot()).toEqual([]);
    expect((await readDesk(world.database.db))?.former).toMatchObject({ leftAt: { ana: world.now() } });
  });
});
