import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleDocument } from "../../support/settings/sample-document.ts";
import { openSettings, type SettingsWorld } from "../../support/settings/settings-world.ts";
import { formWith, type Browser } from "../../support/web-desk.ts";

const refused = ["agent", "manager", "tech", "formerStaff", "contact", "nobody"] as const;

let settings: SettingsWorld;
let sam: Browser;
let path: string;
let browsers: Readonly<Record<(typeof refused)[number], Browser>>;
const changed = { ...sampleDocument, desk: "Taken over" };

beforeAll(async () => {
  settings = await openSettings();
  const { web } = settings;
  const contact = web.browser();
  await contact.post(await web.link("slack:U0CARLA"), {});
  browsers = {
    agent: await web.signedIn("slack:U0MARTA"),
    manager: await web.signedIn("slack:U0ANA"),
    tech: await web.signedIn("slack:U0TOM"),
    formerStaff: await web.signedIn("slack:U0LUIS"),
    contact,
    nobody: web.browser(),
  };
  sam = await web.signedIn("slack:U0SAM");
  const { luis: _, ...people } = sampleDocument.people;
  const without = { ...sampleDocument, people: { ...people, ana: { ...people.ana, deputy: "marta" } } };
  await sam.press(await sam.page(await settings.proposes("slack:U0SAM", without)), "Save");
  path = await settings.proposes("slack:U0SAM", changed);
});
afterAll(() => settings.world.stop());

const token = async (browser: Browser): Promise<string> =>
  /name="token" value="([^"]+)"/.exec(await browser.page("/desk"))?.[1] ?? "forged";

describe.each(refused)("as %s", (who) => {
  test("every page of the settings is as if it were not there", async () => {
    for (const each of [
      "/desk/settings",
      path,
      `${path}/rehearsal`,
      "/desk/settings/versions",
      "/desk/settings/export",
    ]) {
      const response = await browsers[who].get(each);
      expect([each, [303, 403, 404].includes(response.status)]).toEqual([each, true]);
      expect(await response.text()).not.toMatch(/Taken over|Ana Ruiz.*roles/s);
    }
    expect(await (await browsers[who].get("/desk")).text()).not.toContain("/desk/settings");
  });

  test("no form of a section is there, and none is taken", async () => {
    const fields = { token: await token(browsers[who]), basedOn: "2", do: "preview", "entry.name": "Taken over" };
    for (const each of [
      "/desk/settings/people",
      "/desk/settings/people/new",
      "/desk/settings/people/entry/ana",
      "/desk/settings/people/entry/ana/remove",
      "/desk/settings/replies/order",
      "/desk/settings/desk",
    ]) {
      const read = await browsers[who].get(each);
      const sent = await browsers[who].post(each, fields);
      for (const { status, headers } of [read, sent]) {
        expect([each, [303, 403, 404].includes(status)]).toEqual([each, true]);
        expect(headers.get("location") ?? "/sign-in").toBe("/sign-in");
      }
      expect(await read.text()).not.toMatch(/entry\.name|Luis Gil/);
    }
  });

  test("nothing can be saved, whatever form is sent", async () => {
    await browsers[who].post(`${path}/save`, { token: await token(browsers[who]), do: "save" });
    expect((await settings.inForce()).version).toBe(2);
  });
});

test("the head of support has the settings as well as an admin", async () => {
  const eva = await settings.web.signedIn("slack:U0EVA");
  expect((await eva.get("/desk/settings")).status).toBe(200);
  expect(await eva.page("/desk")).toContain('href="/desk/settings"');
});

test("another administrator's proposal is as if it were not there", async () => {
  const eva = await settings.web.signedIn("slack:U0EVA");
  expect((await eva.get(path)).status).toBe(404);
  expect((await eva.post(`${path}/save`, { token: await token(eva) })).status).toBe(404);
  expect((await settings.inForce()).version).toBe(2);
});

test.each([
  ["another origin", { origin: "https://evil.example" }, {}],
  ["no origin", {}, {}],
  ["no token", { origin: "http://127.0.0.1:3000" }, { token: "" }],
  ["a token of another session", { origin: "http://127.0.0.1:3000" }, { token: "A".repeat(43) }],
])("another site cannot save in an administrator's name: %s", async (_, headers, change) => {
  const { action, fields } = formWith(await sam.page(path), "Save");
  expect((await sam.post(action, { ...fields, ...change }, headers)).status).toBe(403);
  expect((await settings.inForce()).version).toBe(2);
});
