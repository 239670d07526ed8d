import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readContacts } from "../../../src/db/access/contact-store.ts";
import { notesOfAccount, readNoteLog, writeAccountNote } from "../../../src/db/accounts/note-store.ts";
import { sql } from "../../../src/db/schema/orm.ts";
import { openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { serveArea, type HttpArea } from "../../support/client-area/http-area.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { startWorld, webAddress, type World } from "../../support/world.ts";

/** Words of a note, which only the staff may read. */
const canary = "canary-note";

const outsiders = ["contact", "ofAnother", "contactAsStaff", "formerStaff", "nobody"] as const;
const staff = ["manager", "deputy", "agent", "tech", "head"] as const;
type Visitor = (typeof outsiders)[number] | (typeof staff)[number];

let world: World;
let area: ClientArea;
let http: HttpArea;
let cookies: Readonly<Record<Visitor, string | null>>;

beforeAll(async () => {
  world = await startWorld("http", promisingDesk);
  area = openClientArea(world);
  await world.opens();
  const contact = await area.invited("nuria@acme.example");
  const ofAnother = await area.invited("olga@north.example", "U0EVA", "C0NORTH");
  const { web } = area;
  const formerStaff = await web.signedIn("slack:U0MARTA");
  const cookieOf = async (user: `slack:${string}`) => (await web.signedIn(user)).cookie;
  await world.applies({
    ...promisingDesk,
    people: {
      ...Object.fromEntries(Object.entries(promisingDesk.people).filter(([key]) => key !== "marta")),
      nora: {
        ...(promisingDesk.people["marta"] ?? expect.fail()),
        key: "nora",
        name: "Nora",
        identities: ["slack:U0SAM"],
      },
    },
  });
  cookies = {
    contact: contact.cookie,
    ofAnother: ofAnother.cookie,
    // A browser may send its cookie under any name.
    contactAsStaff: contact.cookie?.replace(/^plazo-area=/, "plazo=") ?? null,
    formerStaff: formerStaff.cookie,
    nobody: null,
    manager: await cookieOf("slack:U0ANA"),
    deputy: await cookieOf("slack:U0LUIS"),
    agent: await cookieOf("slack:U0SAM"),
    tech: await cookieOf("slack:U0TOM"),
    head: await cookieOf("slack:U0EVA"),
  };
  http = await serveArea(world, area, webAddress);
});
afterAll(async () => {
  await http.close();
  await world.stop();
});

const client = (who: Visitor) => http.client(cookies[who]);
const notes = async () => notesOfAccount(world.database.db, "acme", 100);

/** One note by the manager, with the number 1. */
beforeEach(async () => {
  await world.database.rows(sql`truncate account_notes, account_note_log restart identity`);
  const note = { key: "one", account: "acme", text: `${canary} of the manager` };
  await writeAccountNote(world.database.db, note, { by: "ana", at: world.now() });
});

const state = async () => [
  await notes(),
  await readNoteLog(world.database.db, "acme", 100),
  (await readContacts(world.database.db)).map(({ user, withdrawnAt }) => [user, withdrawnAt]),
];

const pages = [
  "/desk",
  "/desk/accounts",
  "/desk/accounts?q=acme",
  "/desk/accounts/acme",
  "/desk/accounts/acme?notes=500",
  "/desk/accounts/nothing",
  "/desk/tickets/1001",
  "/area",
  "/area/accounts",
  "/area/accounts/acme",
  "/area/people",
  "/area/plan",
  "/area/tickets/1001",
];

describe.each(outsiders)("as %s", (who) => {
  test.each(pages)("GET %s shows no note and no account of the staff", async (path) => {
    const response = await client(who).get(path);
    const text = await response.text();
    expect(text).not.toContain(canary);
    if (path.startsWith("/desk")) {
      expect([303, 403]).toContain(response.status);
      expect(text).not.toContain("Acme");
    }
  });

  test("a known account answers like an unknown one", async () => {
    const [known, unknown] = [
      await client(who).get("/desk/accounts/acme"),
      await client(who).get("/desk/accounts/nothing"),
    ];
    expect([known.status, known.headers.get("location"), await known.text()]).toEqual([
      unknown.status,
      unknown.headers.get("location"),
      await unknown.text(),
    ]);
  });

  test("forged acts change nothing", async () => {
    const before = await state();
    const nuria = (await readContacts(world.database.db)).find(({ name }) => name === "nuria");
    const areaPage = await (await client(who).get("/area/new")).text();
    const token = /name="token" value="([^"]+)"/.exec(areaPage)?.[1] ?? "forged";
    for (const [path, fields] of [
      ["/desk/accounts/acme/notes", { text: "Mine." }],
      ["/desk/accounts/acme/notes/1", { text: "Mine." }],
      ["/desk/accounts/acme/notes/1/delete", {}],
      ["/desk/act", { kind: "submit", action: "submit-invite acme", "answer.email": "me@evil.example" }],
      ["/area/act", { kind: "submit", action: "submit-invite acme", "answer.email": "me@evil.example" }],
      ["/area/act", { kind: "press", action: "invite acme" }],
      ["/area/act", { kind: "press", action: `withdraw ${nuria?.user}` }],
    ] as const) {
      const response = await client(who).post(path, { token, key: crypto.randomUUID(), back: "/area", ...fields });
      expect(await response.text()).not.toContain(canary);
      expect([path, await state()]).toEqual([path, before]);
    }
  });
});

/** The hidden fields of a form of this person's page. */
const fieldsOf = async (who: Visitor): Promise<Readonly<Record<string, string>>> => {
  const page = await (await client(who).get("/desk/accounts/acme")).text();
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? expect.fail(page);
  return { token, key: crypto.randomUUID(), back: "/desk/accounts/acme" };
};

describe.each(staff)("as the %s", (who) => {
  const isHead = who === "head";

  test("GET an account shows its notes; who changed them is for the head of support", async () => {
    const text = await (await client(who).get("/desk/accounts/acme")).text();
    expect([text.includes(canary), text.includes("Who changed the notes")]).toEqual([true, isHead]);
  });

  test("a note is written once, however often the form is sent", async () => {
    const fields = await fieldsOf(who);
    for (let times = 0; times < 2; times += 1) {
      const response = await client(who).post("/desk/accounts/acme/notes", { ...fields, text: " Two\r\nlines. " });
      expect([response.status, response.headers.get("location")]).toEqual([303, "/desk/accounts/acme#notes"]);
    }
    expect((await notes()).map(({ text }) => text)).toEqual(["Two\nlines.", `${canary} of the manager`]);
  });

  test("another person's note is changed and deleted by the head of support and its author only", async () => {
    const mayChange = isHead || who === "manager";
    const changed = await client(who).post("/desk/accounts/acme/notes/1", {
      ...(await fieldsOf(who)),
      text: "Changed.",
    });
    expect([changed.status, (await notes())[0]?.text]).toEqual(
      mayChange ? [303, "Changed."] : [404, `${canary} of the manager`],
    );
    const deleted = await client(who).post("/desk/accounts/acme/notes/1/delete", await fieldsOf(who));
    expect([deleted.status, (await notes()).length]).toEqual(mayChange ? [303, 0] : [404, 1]);
    const log = (await readNoteLog(world.database.db, "acme", 10)).map(({ what, by }) => `${what} by ${by}`);
    const by = isHead ? "eva" : "ana";
    expect(log).toEqual(mayChange ? [`deleted by ${by}`, `edited by ${by}`, "written by ana"] : ["written by ana"]);
  });

  test("access is given by the manager, the deputy and the head of support only", async () => {
    const mayGive = ["manager", "deputy", "head"].includes(who);
    const email = `${who}@acme.example`;
    const act = { kind: "submit", action: "submit-invite acme", opener: "invite acme", "answer.email": email };
    await client(who).post("/desk/act", { ...(await fieldsOf(who)), ...act });
    const added = (await readContacts(world.database.db)).find(({ knownAs }) => knownAs === `email:${email}`);
    expect(added !== undefined).toBe(mayGive);
    const nuria = (await readContacts(world.database.db)).find(({ name }) => name === "nuria");
    const user = added?.user ?? nuria?.user ?? expect.fail();
    await client(who).post("/desk/act", { ...(await fieldsOf(who)), kind: "press", action: `withdraw ${user}` });
    const after = (await readContacts(world.database.db)).find((each) => each.user === user);
    expect(after?.withdrawnAt !== null).toBe(mayGive);
  });
});

describe("a note", () => {
  test.each([
    ["", "Please write something."],
    [" \n ", "Please write something."],
    ["\u200b", "Please write something."],
    ["x".repeat(3_001), "The text is too long"],
  ])("with the text %j is not stored; what was typed and why not is shown", async (text, why) => {
    for (const path of ["/desk/accounts/acme/notes", "/desk/accounts/acme/notes/1"]) {
      const response = await client("manager").post(path, { ...(await fieldsOf("manager")), text });
      const page = await response.text();
      expect([response.status, page.includes(why)]).toEqual([200, true]);
      if (text.length > 10) expect(page).toContain(text);
    }
    expect((await notes()).map((each) => each.text)).toEqual([`${canary} of the manager`]);
  });

  test("of another account, a deleted one and one that never was read alike", async () => {
    const db = world.database.db;
    await writeAccountNote(db, { key: "two", account: "northwind", text: "Theirs." }, { by: "eva", at: world.now() });
    await client("head").post("/desk/accounts/acme/notes/1/delete", await fieldsOf("head"));
    const answers: unknown[] = [];
    for (const id of ["1", "2", "3", "99999999999999999999", "0", "x", "-1", "1%00"])
      for (const end of ["", "/delete"]) {
        const fields = { ...(await fieldsOf("head")), text: "Mine." };
        const response = await client("head").post(`/desk/accounts/acme/notes/${id}${end}`, fields);
        answers.push([response.status, (await response.text()).includes("There is no such note.")]);
      }
    expect(new Set(answers.map((each) => JSON.stringify(each)))).toEqual(new Set(["[404,true]"]));
    expect(await notesOfAccount(db, "northwind", 10)).toMatchObject([{ text: "Theirs." }]);
  });

  test("that was deleted leaves no text in the database", async () => {
    await client("manager").post("/desk/accounts/acme/notes/1/delete", await fieldsOf("manager"));
    const [row] = await world.database.rows<{ all: string }>(
      sql`select jsonb_agg(n)::text || (select jsonb_agg(l)::text from account_note_log l) as all from account_notes n`,
    );
    expect(row?.all).toContain("deleted");
    expect(row?.all).not.toContain(canary);
  });

  test("is shown as text, and its form is refused from another site and with another person's token", async () => {
    const text = `<script>alert(1)</script><img src=x onerror=alert(2)>`;
    const fields = await fieldsOf("manager");
    const from = (headers: Readonly<Record<string, string>>, token = fields["token"] ?? "") =>
      client("manager").post("/desk/accounts/acme/notes", { ...fields, token, text }, headers);
    expect((await from({ origin: "https://evil.example" })).status).toBe(403);
    expect((await from({})).status).toBe(403);
    expect((await from({ origin: webAddress }, (await fieldsOf("head"))["token"])).status).toBe(403);
    expect(await notes()).toHaveLength(1);
    expect((await from({ origin: webAddress })).status).toBe(303);
    for (const path of ["/desk/accounts/acme", "/desk/tickets/1001"]) {
      const page = await (await client("agent").get(path)).text();
      expect(page).not.toContain("<script>alert");
      expect(page).toContain("&lt;script&gt;");
    }
  });

  test("for an account that is not there answers like a page that is not there", async () => {
    const response = await client("head").post("/desk/accounts/nothing/notes", {
      ...(await fieldsOf("head")),
      text: "x",
    });
    expect([response.status, (await response.text()).includes("There is no such account.")]).toEqual([404, true]);
  });
});
