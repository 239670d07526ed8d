import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { savedIn, sentIn, type Fields } from "../../support/settings/posted-form.ts";
import { openSettings, type SettingsWorld } from "../../support/settings/settings-world.ts";
import type { Browser } from "../../support/web-desk.ts";

let settings: SettingsWorld;
let sam: Browser;
beforeEach(async () => {
  settings = await openSettings();
  sam = await settings.web.signedIn("slack:U0SAM");
});
afterEach(() => settings.world.stop());

const sends = (path: string, fields: Fields, button?: string, page?: string) =>
  sentIn(sam, path, fields, { button, page });
const saves = (response: Response) => savedIn(sam, response, settings);
const contacts = "entry.contacts";

describe("people and channels of the platforms", () => {
  test("are found by name, offered to tick, and saved; nothing typed is lost by the search", async () => {
    settings.world.slack.addUser("U0HOMER", "Homer Simpson");
    const found = await (
      await sends(
        "/desk/settings/accounts/entry/acme",
        { "find.contacts": "homer", "entry.name": "Acme Television" },
        "find:contacts",
      )
    ).text();
    expect(found).toMatch(/type="checkbox"\s+name="entry\.contacts"\s+value="slack:U0HOMER"/);
    expect(found).toContain('value="Acme Television"');
    const document = await saves(
      await sends(
        "/desk/settings/accounts/entry/acme",
        { [contacts]: ["", "slack:U0CARLA", "slack:U0HOMER"] },
        "enter",
        found,
      ),
    );
    expect(document["accounts"]).toMatchObject({
      acme: { name: "Acme Television", contacts: ["slack:U0CARLA", "slack:U0HOMER"] },
    });
  });

  test("are picked for a person as one id", async () => {
    settings.world.slack.addUser("U0NORA", "Nora New");
    const path = "/desk/settings/people/new";
    const found = await (await sends(path, { "find.slack": "nora", "entry.name": "Nora" }, "enter")).text();
    expect(found).toMatch(/type="radio"\s+name="entry\.slack\.found"\s+value="U0NORA"/);
    const picked = { "entry.slack.found": "U0NORA", "entry.roles": ["", "agent"] };
    expect((await saves(await sends(path, picked, "preview", found)))["people"]).toMatchObject({
      nora: { name: "Nora", roles: ["agent"], slack: "U0NORA" },
    });
  });

  test("can be written by their id while a platform does not answer, and the page says so", async () => {
    settings.world.slack.fail("conversations.list", { status: 503 });
    const path = "/desk/settings/accounts/entry/acme";
    const page = await (await sends(path, { "find.channels": "globex" }, "find:channels")).text();
    expect(page).toContain("Slack does not answer right now (HTTP 503).");
    const document = await saves(await sends(path, { "entry.channels.typed": "slack:C0GLOBEX" }, "preview", page));
    expect(document["accounts"]).toMatchObject({ acme: { channels: ["slack:C0ACME", "slack:C0GLOBEX"] } });
  });
});

test("who returns from the preview finds what they typed, in a new entry and in one that exists", async () => {
  const backOf = async (response: Response): Promise<string> => {
    const preview = await sam.page(response.headers.get("location") ?? "");
    const href = /<a class="button" href="([^"]*proposal=[^"]*)"/.exec(preview)?.[1] ?? expect.fail(preview);
    return sam.page(href.replaceAll("&amp;", "&"));
  };
  const isNew = await backOf(
    await sends("/desk/settings/accounts/new", { "entry.name": "Globex", "entry.plan": "premium" }),
  );
  expect(isNew).toContain('value="Globex"');
  const named = await backOf(await sends("/desk/settings/plans/new", { newName: "Gold", "entry.calendar": "office" }));
  expect(named).toContain('value="gold"');
  const changed = await backOf(await sends("/desk/settings/people/entry/ana", { "entry.name": "Ana Ruiz Gil" }));
  expect(changed).toContain('value="Ana Ruiz Gil"');
  const again = await sends(
    "/desk/settings/people/entry/ana",
    { "entry.phone": "+34 600 000 001" },
    "preview",
    changed,
  );
  expect((await saves(again))["people"]).toMatchObject({ ana: { name: "Ana Ruiz Gil", phone: "+34 600 000 001" } });
});
