import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { entriesOf } from "../../../src/desk/editing/entries.ts";
import { sections } from "../../../src/desk/editing/section.ts";
import { formPath, newPath, sectionPath } from "../../../src/web/desk/settings/forms/paths.ts";
import { savedIn, sentIn, type Fields } from "../../support/settings/posted-form.ts";
import { sampleDocument } from "../../support/settings/sample-document.ts";
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

/** A desk with texts of several lines, dates and lists. */
const rich = {
  ...sampleDocument,
  calendars: {
    always: { open: "always" },
    office: {
      ...sampleDocument.calendars.office,
      holidays: ["2026-12-25", "2027-01-01"],
      exceptions: { "2026-12-24": ["09:00-13:00"], "2026-12-31": "closed" },
    },
  },
  manual: {
    url: "https://docs.example.com",
    articles: [{ title: "Uploads", url: "https://docs.example.com/uploads", keywords: ["upload", "large file"] }],
  },
  replies: {
    looking: { title: "Looking", text: "Hello {customer}:\n\nwe look at it.\n" },
    late: { title: { en: "Late", es: "Tarde" }, text: { en: "\nSorry.", es: "Perdón.\nSeguimos." } },
  },
  areas: { player: { title: { en: "Player" }, agents: ["luis"], tech: "slack:C0PLAYER" } },
  thanks: ["merci", "danke dir"],
};

describe("an administrator", () => {
  test("adds an account with a plan, a channel and a contact, and the desk has it", async () => {
    const document = await saves(
      await sends("/desk/settings/accounts/new", {
        "entry.name": "Globex España",
        "entry.plan": "premium",
        "entry.manager": "ana",
        "entry.channels.typed": "slack:C0GLOBEX",
        "entry.contacts.typed": "slack:U0HOMER",
      }),
    );
    expect(document["accounts"]).toEqual({
      ...sampleDocument.accounts,
      "globex-espana": {
        name: "Globex España",
        plan: "premium",
        manager: "ana",
        channels: ["slack:C0GLOBEX"],
        contacts: ["slack:U0HOMER"],
      },
    });
    expect(await sam.page("/desk/settings/accounts")).toContain("Globex España");
  });

  test("opens every form, and sending it without a change proposes no change", async () => {
    await settings.world.stop();
    settings = await openSettings({}, rich);
    sam = await settings.web.signedIn("slack:U0SAM");
    const { document } = await settings.inForce();
    for (const section of sections)
      for (const { key } of entriesOf(document, section)) {
        const path = formPath(section, key);
        const response = await sends(path, {});
        expect([path, response.status]).toEqual([path, 303]);
        const preview = await sam.page(response.headers.get("location") ?? "");
        expect([path, /class="difference"[\s\S]*?<\/ul>/.exec(preview)?.[0] ?? "none"]).toEqual([path, "none"]);
      }
  });

  test("sees lists that can be searched", async () => {
    const people = await sam.page("/desk/settings/people?q=ágent+luis");
    expect([people.includes("Luis Gil"), people.includes("Marta Vega")]).toEqual([true, false]);
    expect(await sam.page("/desk/settings/people?q=zzz")).toContain("Nothing fits “zzz”.");
  });

  test("changes targets in words, and the preview shows what changes", async () => {
    const response = await sends("/desk/settings/plans/entry/premium", {
      "entry.targets.critical.firstResponse": "20 minutes",
      "entry.targets.low.resolution": "3 days",
    });
    const document = await saves(response);
    expect((document["plans"] as Fields)["premium"]).toEqual({
      ...sampleDocument.plans.premium,
      targets: { critical: { firstResponse: "PT20M" }, low: { resolution: "P3D" } },
    });
  });

  test("gives a plan, which has no other name, a name of its own", async () => {
    const missing = await (await sends("/desk/settings/plans/new", { "entry.calendar": "office" })).text();
    expect(missing).toContain("Please fill this in.");
    const document = await saves(
      await sends("/desk/settings/plans/new", { newName: "Gold Plus", "entry.calendar": "always" }),
    );
    expect((document["plans"] as Fields)["gold-plus"]).toEqual({ calendar: "always" });
  });

  test("writes a step of the reminders, and the built-in steps stay", async () => {
    const document = await saves(
      await sends("/desk/settings/reminders/new", { "entry.at": "90", "entry.tell": ["", "head", "luis"] }),
    );
    expect(document["reminders"]).toMatchObject([
      { at: "50%" },
      { at: "80%" },
      { at: "90%", tell: ["head", "luis"] },
      { at: "100%" },
    ]);
  });
});

describe("the order of entries", () => {
  const titles = (page: string) =>
    [...page.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]*)/g)].map(([, title]) => title);
  const longer = { title: "Uploads of large files", url: "https://docs.example.com/large", keywords: ["upload"] };
  const ordered = {
    ...rich,
    manual: { ...rich.manual, articles: [...rich.manual.articles, longer] },
    areas: { ...rich.areas, cms: { title: "CMS" }, "pay-per-view": { title: "Payments" } },
  };

  /** Presses arrows on the page of a section's order, and sends it to the preview. */
  const reorders = async (name: string, presses: readonly string[]) => {
    const path = `/desk/settings/${name}/order`;
    let page = await sam.page(path);
    for (const pressed of presses) page = await (await sends(path, {}, pressed, page)).text();
    return { page, response: await sends(path, {}, "preview", page) };
  };

  test("is changed with arrows that need no script, and people read the new one everywhere", async () => {
    await settings.world.stop();
    settings = await openSettings({}, ordered);
    sam = await settings.web.signedIn("slack:U0SAM");
    expect(titles(await sam.page("/desk/settings/areas"))).toEqual(["Player", "CMS", "Payments"]);
    const areas = await reorders("areas", ["up:pay-per-view", "up:pay-per-view", "up:pay-per-view"]);
    expect(areas.page).toMatch(/value="down:pay-per-view"[^>]*autofocus/);
    const preview = await sam.page(areas.response.headers.get("location") ?? "");
    expect(preview).toMatch(/Order[\s\S]*Player · CMS · Payments[\s\S]*Payments · Player · CMS/);
    expect(Object.keys((await saves(areas.response))["areas"] ?? {})).toEqual(["pay-per-view", "player", "cms"]);
    await saves((await reorders("articles", ["down:0"])).response);
    await saves((await reorders("replies", ["down:looking"])).response);
    expect(titles(await sam.page("/desk/settings/articles"))).toEqual(["Uploads of large files", "Uploads"]);
    const { areas: read, replies, articles } = await settings.world.desk.read(settings.world.database.db);
    expect([Object.keys(read), Object.keys(replies)]).toEqual([
      ["pay-per-view", "player", "cms"],
      ["late", "looking"],
    ]);
    expect(articles.map(({ title }) => title)).toEqual(["Uploads of large files", "Uploads"]);
  });

  test("is not changed by a form that names other entries, and only where there is one", async () => {
    await settings.world.stop();
    settings = await openSettings({}, ordered);
    sam = await settings.web.signedIn("slack:U0SAM");
    const forged = await sends("/desk/settings/areas/order", { order: ["player", "player", "cms"] });
    expect([forged.status, (await settings.inForce()).version]).toEqual([200, 1]);
    for (const name of ["people", "reminders", "desk"])
      expect([name, (await sam.get(`/desk/settings/${name}/order`)).status]).toEqual([name, 404]);
  });
});

describe("a form with a mistake comes back", () => {
  test("with everything that was typed, and the fault beside its field", async () => {
    const page = await (
      await sends("/desk/settings/accounts/new", {
        "entry.name": "Globex",
        "entry.timezone": "Mars/Olympus",
        "entry.channels.typed": "slack:C0GLOBEX",
      })
    ).text();
    expect(page).toContain('value="Globex"');
    expect(page).toContain("slack:C0GLOBEX");
    expect(page).toMatch(/id="about-entry\.timezone"[\s\S]*?class="error">Please write a time zone/);
    expect(page).toMatch(/id="about-entry\.plan"[\s\S]*?class="error">Please choose one of the list/);
    expect(page).toMatch(/name="entry\.timezone"[^>]*aria-describedby="about-entry\.timezone"[^>]*aria-invalid="true"/);
    expect(page).toContain("2 answers need another look.");
    const again = await sends(
      "/desk/settings/accounts/new",
      { "entry.plan": "standard", "entry.timezone": "" },
      "preview",
      page,
    );
    expect((await saves(again))["accounts"]).toMatchObject({
      globex: { name: "Globex", channels: ["slack:C0GLOBEX"] },
    });
  });

  test("also where another entry has the same person or channel", async () => {
    const page = await (await sends("/desk/settings/people/entry/marta", { "entry.slack": "U0CARLA" })).text();
    expect(page).toMatch(/id="about-entry\.slack"[\s\S]*?class="error">This is used already: Acme TV/);
    const account = await (
      await sends("/desk/settings/accounts/entry/northwind", { "entry.channels.typed": "slack:C0ACME" })
    ).text();
    expect(account).toMatch(/id="about-entry\.channels"[\s\S]*?class="error">This is used already: Acme TV/);
  });

  test("in the language of the person", async () => {
    const document = {
      ...sampleDocument,
      people: { ...sampleDocument.people, sam: { ...sampleDocument.people.sam, locale: "es" } },
    };
    await settings.world.stop();
    settings = await openSettings({}, document);
    sam = await settings.web.signedIn("slack:U0SAM");
    const page = await (await sends("/desk/settings/desk", { "entry.undo": "una hora", "entry.grace": "200%" })).text();
    expect(page).toMatch(/id="about-entry\.undo"[\s\S]*?class="error">Escribe un tiempo/);
    expect(page).toMatch(/id="about-entry\.grace"[\s\S]*?class="error">Escribe un porcentaje/);
    const { ana: _, ...people } = document.people;
    const preview = await sam.page(
      await settings.proposes("slack:U0SAM", {
        ...document,
        people,
        desk: "",
        accounts: { ...sampleDocument.accounts },
      }),
    );
    expect(preview).toMatch(
      /<li[^>]*>Cuentas: Acme TV · Gerente de cuenta es &quot;ana&quot;; se esperaba: una entrada/,
    );
    expect(preview).not.toContain('lang="en"');
    const { document: now } = await settings.inForce();
    const { luis: __, ...staying } = document.people;
    const right = { ...now, people: { ...staying, ana: { ...staying.ana, deputy: "marta" } } };
    const consequences = await sam.page(await settings.proposes("slack:U0SAM", right));
    expect(consequences).toMatch(
      /<li[^>]*>Luis Gil \(agente y gerente de cuenta\) pierde todos sus derechos; era suplente de Ana Ruiz \(ahora Marta Vega\)/,
    );
    expect(consequences).not.toContain('lang="en"');
  });
});

describe("an entry that is named elsewhere", () => {
  test("is removed only with a replacement, and the page says where it is named", async () => {
    const path = "/desk/settings/calendars/entry/office/remove";
    const page = await sam.page(path);
    expect(page).toContain("1 place names this entry:");
    expect(page).toContain("Plans: standard · Calendar");
    const refused = await (await sends(path, { replacement: "" })).text();
    expect(refused).toContain("Please choose one of the list.");
    expect(await (await sends(path, { replacement: "office" })).text()).toContain("Please choose one of the list.");
    const document = await saves(await sends(path, { replacement: "always" }));
    expect(document["plans"]).toMatchObject({ standard: { calendar: "always" } });
    expect(document["calendars"] ?? {}).not.toHaveProperty("office");
  });

  test("cannot leave a required place empty", async () => {
    const page = await sam.page("/desk/settings/plans/entry/premium/remove");
    expect(page).toContain("Accounts: Acme TV · Plan");
    expect(page).not.toContain("Leave these places empty");
    expect(await sam.page("/desk/settings/people/entry/ana/remove")).toContain("No one: leave the places empty");
  });
});

test("what is unticked is gone, and a second look shows it to tick again", async () => {
  const response = await sends("/desk/settings/accounts/entry/acme", { [contacts]: "" });
  expect((await saves(response))["accounts"]).toMatchObject({ acme: { name: "Acme TV" } });
  const { document } = await settings.inForce();
  expect((document["accounts"] as Readonly<Record<string, object>>)["acme"]).not.toHaveProperty("contacts");
});

test("unknown sections and entries are not there, and neither is what a form cannot do", async () => {
  for (const path of [
    "/desk/settings/nothing",
    "/desk/settings/nothing/new",
    "/desk/settings/people/entry/nobody",
    "/desk/settings/people/entry/constructor",
    "/desk/settings/severities/new",
    "/desk/settings/severities/entry/critical/remove",
    "/desk/settings/desk/new",
    "/desk/settings/reminders/entry/99",
  ])
    expect([path, (await sam.get(path)).status]).toEqual([path, 404]);
});

test("every section is in the navigation", async () => {
  const page = await sam.page("/desk/settings");
  for (const section of sections) expect(page).toContain(`href="${sectionPath(section)}"`);
  for (const section of sections.filter(({ kind }) => kind === "keyed" || kind === "list"))
    expect(await sam.page(sectionPath(section))).toContain(`href="${newPath(section)}"`);
});
