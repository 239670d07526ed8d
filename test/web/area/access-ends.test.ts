import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readAccessLog } from "../../../src/db/access/access-store.ts";
import { readContacts } from "../../../src/db/access/contact-store.ts";
import type { Account, Desk } from "../../../src/desk/desk.ts";
import { linkIn, openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { sampleDesk } from "../../support/sample-desk.ts";
import { startWorld, type World } from "../../support/world.ts";

let world: World;
let area: ClientArea;
beforeEach(async () => {
  world = await startWorld("http", sampleDesk);
  area = openClientArea(world);
});
afterEach(() => world.stop());

const account = (key: string): Account => {
  const found = sampleDesk.accounts[key];
  if (found === undefined) throw new Error(`the sample desk has no account ${key}`);
  return found;
};

/** The sample desk with other contacts of Acme; without Acme if they are null. */
const withContactsOfAcme = (contacts: Account["contacts"] | null): Desk => ({
  ...sampleDesk,
  accounts: {
    northwind: account("northwind"),
    ...(contacts === null ? {} : { acme: { ...account("acme"), contacts } }),
  },
});

const withdrawals = async () =>
  (await readAccessLog(world.database.db, 20)).flatMap(({ what, name, by }) =>
    what === "leftDesk" ? [`${name} by ${by}`] : [],
  );

describe("an account that the desk file removes", () => {
  test("takes the access of its contacts for good, also if its key is used again for another customer", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await world.applies(withContactsOfAcme(null));
    await world.applies(withContactsOfAcme(["slack:U0SAM"]));
    await world.opens();
    expect((await nuria.get("/area")).status).toBe(303);
    expect(await nuria.page("/area/tickets/1001")).not.toContain("T-1001");
    expect(await withdrawals()).toEqual(["nuria by null"]);
  });

  test("ends invitations that were not used yet, and people can ask for no new link", async () => {
    await world.slack.user("U0ANA").types("C0ACME", "/ticket invite nuria@acme.example");
    await world.settle();
    const invitation = area.mails.at(-1);
    await world.applies(withContactsOfAcme(null));
    await world.applies(withContactsOfAcme([]));
    const nuria = area.web.browser();
    if (invitation === undefined) throw new Error("there is no invitation");
    await nuria.post(linkIn(invitation.card), {});
    expect((await nuria.get("/area")).status).toBe(303);
    await nuria.post("/area/sign-in", { email: "nuria@acme.example" });
    expect(area.mails).toHaveLength(1);
  });
});

describe("a contact of the desk file who was invited", () => {
  /** Sam is a contact of Acme in the file, and is invited. */
  const samSignsIn = async () => {
    await world.applies(withContactsOfAcme(["slack:U0CARLA", "slack:U0SAM"]));
    await world.slack.user("U0ANA").types("C0ACME", "/ticket invite @sam");
    await world.settle();
    const [link = ""] = /\/sign-in\/[\w-]+/.exec(JSON.stringify(world.slack.dm("U0SAM").messages)) ?? [];
    const browser = area.web.browser();
    await browser.post(link, {});
    expect((await browser.get("/area")).status).toBe(200);
    return browser;
  };

  test("loses the access when the file no longer names them, and does not get it back with a later file", async () => {
    const sam = await samSignsIn();
    await world.applies(withContactsOfAcme(["slack:U0CARLA"]));
    expect((await sam.get("/area")).status).toBe(303);
    await world.applies(withContactsOfAcme(["slack:U0CARLA", "slack:U0SAM"]));
    expect((await sam.get("/area")).status).toBe(303);
    expect(await withdrawals()).toEqual(["sam by null"]);
  });

  test("loses it when the file names them for another account", async () => {
    const sam = await samSignsIn();
    const moved = withContactsOfAcme(["slack:U0CARLA"]);
    const northwind = { ...account("northwind"), contacts: ["slack:U0SAM"] as const };
    await world.applies({ ...moved, accounts: { ...moved.accounts, northwind } });
    expect((await sam.get("/area")).status).toBe(303);
    expect((await readContacts(world.database.db)).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });

  test("keeps it while the file says nothing about them, and may be invited again after it", async () => {
    const nuria = await area.invited("nuria@acme.example");
    await world.applies(withContactsOfAcme(["slack:U0SAM"]));
    expect((await nuria.get("/area")).status).toBe(200);
    await world.applies(withContactsOfAcme(null));
    await world.applies(withContactsOfAcme(["slack:U0CARLA"]));
    await world.pass(2);
    expect((await (await area.invited("nuria@acme.example")).get("/area")).status).toBe(200);
  });
});
