import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readContacts } from "../../../src/db/access/contact-store.ts";
import { openClientArea, type ClientArea } from "../../support/client-area/client-area.ts";
import { serveArea, type HttpArea } from "../../support/client-area/http-area.ts";
import { promisingDesk } from "../../support/sample-desk.ts";
import { startWorld, webAddress, type World } from "../../support/world.ts";
import { formWith } from "../../support/web-desk.ts";

/** Words that only the staff may read, and words of each account. */
const internal = "canary-internal";
const ofAcme = "canary-acme";
const ofNorthwind = "canary-northwind";

const visitors = ["contact", "ofAnother", "withdrawn", "formerStaff", "staff", "nobody"] as const;
type Visitor = (typeof visitors)[number];

let world: World;
let area: ClientArea;
let http: HttpArea;
let cookies: Readonly<Record<Visitor, string | null>>;

beforeAll(async () => {
  world = await startWorld("http", promisingDesk);
  area = openClientArea(world);
  const { slack } = world;
  await world.opens({ description: ofAcme });
  await slack.user("U0OLIVER").types("C0NORTH", `/ticket new ${ofNorthwind}`);
  await slack.user("U0OLIVER").submits({ severity: "high", description: ofNorthwind });
  await world.settle();
  const [cardOfAcme] = slack.channel("C0TRIAGE").messages.filter(({ text }) => text.includes("T-1001"));
  if (cardOfAcme === undefined) throw new Error("T-1001 has no card");
  await slack.user("U0LUIS").writes("C0TRIAGE", `${internal} in the thread`, { thread: cardOfAcme.ts });
  await slack.user("U0LUIS").presses(cardOfAcme, "tech");
  await slack.user("U0LUIS").submits({ text: `${internal} for the technical team` });
  await world.settle();
  await slack.user("U0LUIS").types("C0TRIAGE", "/ticket reply 1001 Public words.");
  await world.settle();

  const [contact, ofAnother, withdrawn] = [
    await area.invited("nuria@acme.example"),
    await area.invited("olga@north.example", "U0EVA", "C0NORTH"),
    await area.invited("pau@acme.example"),
  ];
  const formerStaff = await area.web.signedIn("slack:U0MARTA");
  const staff = await area.web.signedIn("slack:U0LUIS");
  // Whoever sends a cookie may give it any name, so that each is tried as one of the client area.
  const asArea = (cookie: string | null): string | null => cookie?.replace(/^plazo=/, "plazo-area=") ?? null;
  cookies = {
    contact: contact.cookie,
    ofAnother: ofAnother.cookie,
    withdrawn: withdrawn.cookie,
    formerStaff: asArea(formerStaff.cookie),
    staff: asArea(staff.cookie),
    nobody: null,
  };
  const { marta: gone, ...people } = promisingDesk.people;
  expect(gone).toBeDefined();
  await world.applies({ ...promisingDesk, people });
  const pau = (await readContacts(world.database.db)).find(({ name }) => name === "pau");
  await slack.user("U0ANA").types("C0ACME", "/ticket access");
  await world.settle();
  await slack.user("U0ANA").presses("private", `withdraw ${pau?.user}`);
  await world.settle();
  http = await serveArea(world, area, webAddress);
});
afterAll(async () => {
  await http.close();
  await world.stop();
});

const client = (who: Visitor) => http.client(cookies[who]);

/** Every page of the client area, with what a contact of Acme gets. */
const pages: Readonly<Record<string, number>> = {
  "/area": 200,
  "/area?which=mine": 200,
  "/area?which=resolved": 200,
  "/area?which=all&account=northwind&person=luis": 200,
  "/area?page=2": 200,
  "/area/new": 200,
  "/area/tickets/1001": 200,
  "/area/tickets/T-1001": 200,
  "/area/tickets/1001?before=2000": 200,
  "/area/tickets/1001?answer=forged": 200,
  "/area/tickets/1002": 404,
  "/area/tickets/1003": 404,
  "/area/tickets/1001%20or%201=1": 404,
  "/area/tickets/-1": 404,
  "/area/tickets/99999999999999999999": 404,
  "/area/plan": 200,
  "/area/people": 200,
  "/area/unknown": 404,
  "/area/act": 404,
  "/area/tickets/1001/messages": 404,
};

describe.each(visitors)("as %s", (who) => {
  test.each(Object.entries(pages))(
    "GET %s shows no internal words and none of another account",
    async (path, usual) => {
      const response = await client(who).get(path);
      const text = await response.text();
      expect(text).not.toContain(internal);
      if (who === "contact") {
        expect(response.status).toBe(usual);
        expect(text).not.toContain(ofNorthwind);
        expect(text).not.toContain("olga@");
      } else {
        expect(text).not.toContain(ofAcme);
        expect(text).not.toContain("nuria@");
        if (who !== "ofAnother") expect([303, 403]).toContain(response.status);
      }
    },
  );

  test("a ticket that is not theirs reads like one that is not there", async () => {
    const number = who === "contact" ? 1002 : 1001;
    const [one, other] = [
      await client(who).get(`/area/tickets/${number}`),
      await client(who).get("/area/tickets/1999"),
    ];
    const plain = async (response: Response) =>
      (await response.text()).replaceAll(/(?:value|aria-current)="[^"]*"/g, "").replaceAll(String(number), "1999");
    expect([one.status, await plain(one)]).toEqual([other.status, await plain(other)]);
  });
});

const state = async () => [
  await world.ticket(1001),
  await world.ticket(1002),
  (await readContacts(world.database.db)).map(({ user, withdrawnAt }) => [user, withdrawnAt]),
];

/** The hidden fields of a form that this visitor was given; forged ones if they get no form. */
const fieldsOf = async (who: Visitor): Promise<Readonly<Record<string, string>>> => {
  const response = await client(who).get("/area/new");
  if (response.status !== 200) return { token: "forged", key: "forged", back: "/area" };
  const html = await response.text();
  return formWith(html, /class="button primary" type="submit">([^<]+)</.exec(html)?.[1] ?? "").fields;
};

const forged = (who: Visitor): readonly (readonly [string, Readonly<Record<string, string>>])[] => {
  const number = who === "contact" ? 1002 : 1001;
  const press = (action: string) => ["/area/act", { kind: "press", action }] as const;
  const submit = (action: string, values: Readonly<Record<string, string>>) =>
    ["/area/act", { kind: "submit", action, ...values }] as const;
  return [
    // What customers may do, on a ticket that is not theirs.
    press(`resolve ${number} own`),
    press(`reopen ${number} own`),
    press(`escalate ${number}`),
    press(`rate ${number} good`),
    press(`rate ${number} good comment`),
    submit(`submit-rating ${number}`, { "answer.score": "bad", "answer.comment": "Let me in." }),
    submit(`submit-call ${number}`, { "answer.number": "+34 600 111 222", "answer.time": "" }),
    [`/area/tickets/${number}/messages`, { text: "Let me in." }],
    // What only staff may do, on their own ticket too.
    press("claim 1001"),
    press("severity 1001 critical"),
    submit("submit-reply 1001 slack:C0ACME", { "answer.text": "As support." }),
    submit("submit-note 1001", { "answer.text": "As support." }),
    submit("submit-account 1001", { "answer.account": "northwind" }),
    submit("submit-assign 1001", { "answer.person": "luis" }),
    press("remember 1001"),
  ];
};

describe.each(visitors)("forged acts as %s", (who) => {
  test("change nothing", async () => {
    const before = await state();
    const people = await readContacts(world.database.db);
    const acts = [
      ...forged(who),
      ...people.map(({ user }) => ["/area/act", { kind: "press", action: `withdraw ${user}` }] as const),
    ];
    for (const [path, fields] of acts) {
      const given = await fieldsOf(who);
      const response = await client(who).post(path, { ...given, ...fields, key: crypto.randomUUID() });
      const text = await response.text();
      expect(text, path).not.toContain(internal);
      expect(await state(), JSON.stringify(fields)).toEqual(before);
    }
  });
});

describe("a form", () => {
  const closing = async (): Promise<Readonly<Record<string, string>>> => ({
    ...(await fieldsOf("contact")),
    kind: "press",
    action: "resolve 1001 own",
  });
  const isOpen = async () => (await world.ticket(1001)).status !== "resolved";

  test.each([
    ["of another site", { origin: "https://evil.example" }],
    ["of no site", {}],
    ["of a site with this name in its name", { origin: `${webAddress}.evil.example` }],
    ["of null", { origin: "null" }],
  ])("%s is refused", async (_, headers) => {
    const response = await client("contact").post("/area/act", await closing(), headers);
    expect([response.status, await isOpen()]).toEqual([403, true]);
  });

  test("without the token of the signed-in browser, or with that of another one, is refused", async () => {
    const fields = await closing();
    const ofAnother = await fieldsOf("ofAnother");
    for (const token of ["", "forged", ofAnother["token"] ?? ""]) {
      const response = await client("contact").post("/area/act", { ...fields, token });
      expect([response.status, await isOpen()]).toEqual([403, true]);
    }
    for (const path of ["/area/sign-out", "/area/sign-out-everywhere", "/area/tickets/1001/messages"])
      expect((await client("contact").post(path, { token: "forged", text: "x" })).status).toBe(403);
    expect((await client("contact").get("/area")).status).toBe(200);
  });

  test.each([
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/area/../desk",
    "/area//evil",
    "/desk",
    "/areas",
  ])("that wants to return to %s returns to the client area", async (back) => {
    const fields = { ...(await fieldsOf("contact")), kind: "press", action: "nothing at all", back };
    const response = await client("contact").post("/area/act", { ...fields, key: crypto.randomUUID() });
    const text = await response.text();
    const to = response.headers.get("location") ?? /<a class="button" href="([^"]*)"/.exec(text)?.[1] ?? "";
    expect(to).toMatch(/^\/area(?:$|[?])/);
  });
});

test("the core refuses a message for a ticket that its author may not see, also if a page lets it through", async () => {
  const before = await state();
  const nuria = (await readContacts(world.database.db)).find(({ name }) => name === "nuria");
  const user = nuria?.user ?? expect.fail("no contact");
  await world.steps.core.accept({
    kind: "message",
    key: "web:forged",
    at: world.now(),
    by: { user, name: "nuria" },
    channel: user,
    message: { channel: user, id: "forged" },
    text: "Let me in.",
    ticket: 1002,
  });
  await world.settle();
  expect(await state()).toEqual(before);
  expect(JSON.stringify(await world.messages(1002))).not.toContain("Let me in.");
});

test("a forged Host header changes no link, and a request to another path of it is no way in", async () => {
  await area.web.browser().post("/area/sign-in", { email: "nuria@acme.example" });
  const before = area.mails.length;
  await world.pass(2);
  await client("nobody").post(
    "/area/sign-in",
    { email: "nuria@acme.example" },
    { origin: webAddress, host: "evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
  );
  await expect.poll(() => area.mails.length).toBeGreaterThan(before);
  expect(JSON.stringify(area.mails)).not.toContain("evil.example");
  const response = await client("nobody").get("/area", { host: "evil.example" });
  expect(response.headers.get("location")).toBe("/area/sign-in");
});

test("a cookie that was planted before the sign-in is worth nothing after it, and a link works once", async () => {
  await world.slack.user("U0ANA").types("C0ACME", "/ticket invite nuria@acme.example");
  await world.settle();
  const link = /\/sign-in\/[\w-]+/.exec(JSON.stringify(area.mails.at(-1)))?.[0] ?? "";
  const planted = http.client("plazo-area=planted");
  const answers = await Promise.all([planted.post(link, {}), planted.post(link, {}), planted.post(link, {})]);
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 410, 410]);
  const set = answers.flatMap((each) => each.headers.getSetCookie());
  expect(set).toHaveLength(1);
  expect(set[0]).toMatch(/^plazo-area=(?!planted)[^;]+;.*HttpOnly;.*SameSite=Lax/);
  expect((await planted.get("/area")).headers.get("location")).toBe("/area/sign-in");
});
