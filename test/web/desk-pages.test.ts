import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formWith, openWebDesk, type Browser, type WebDesk } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
let web: WebDesk;
let luis: Browser;
beforeEach(async () => {
  world = await startWorld();
  web = openWebDesk(world);
  luis = await web.signedIn("slack:U0LUIS");
});
afterEach(() => world.stop());

const ticket = "/desk/tickets/1001";
const customersThread = () => world.thread(world.conversation()).map(({ text }) => text);

describe("an agent on the web desk", () => {
  test("sees the queue, opens a ticket, and answers the customer in Slack", async () => {
    await world.opens();
    const queue = await luis.page("/desk");
    expect(queue).toContain(`href="${ticket}"`);
    const page = await luis.page(ticket);
    expect(page).toContain("No se reproduce nada desde las diez.");
    const form = await (await luis.press(page, "Reply to customer")).text();
    expect(customersThread()).toEqual([]);
    const sent = await luis.press(form, "Send to customer", { "answer.text": "We are looking into it." });
    expect(sent.headers.get("location")).toMatch(/^\/desk\/tickets\/1001\?answer=/);
    await world.passSeconds(60);
    expect(customersThread()).toContainEqual(expect.stringContaining("We are looking into it."));
    expect(await luis.page(ticket)).toContain("We are looking into it.");
  });

  test("acts under the same rules as in chat: the history names them, and the card in triage changes", async () => {
    await world.opens();
    await luis.press(await luis.page(ticket), "Claim");
    expect(await world.ticket()).toMatchObject({ assignee: "luis" });
    expect(JSON.stringify(world.card().blocks)).toContain("Luis");
  });

  test("is asked before an act that needs a confirmation, without a script", async () => {
    await world.opens();
    const page = await luis.page(ticket);
    const questions = page.match(/<details class="confirm">[\s\S]*?<\/details>/g) ?? [];
    const confirm = questions.find((each) => each.includes('value="resolve 1001"')) ?? expect.fail(page);
    await luis.press(confirm, "Resolve");
    expect(await world.ticket()).toMatchObject({ status: "resolved" });
  });

  test("gets a form back with what they typed and what is wrong with it", async () => {
    await world.opens();
    const form = await (await luis.press(await luis.page(ticket), "Reply to customer")).text();
    const again = await luis.press(form, "Send to customer", {
      "answer.text": "Soon.",
      "answer.when": "other",
      "answer.time": "nonsense",
    });
    const text = await again.text();
    expect([again.status, text.includes("Soon."), text.includes('class="error"')]).toEqual([200, true, true]);
    expect(customersThread()).toEqual([]);
  });

  test("does nothing by a form whose opener was exchanged for a button that acts", async () => {
    await world.opens();
    const form = await (await luis.press(await luis.page(ticket), "Reply to customer")).text();
    const { action, fields } = formWith(form, "Send to customer");
    const wrong = { "answer.text": "Soon.", "answer.when": "other", "answer.time": "nonsense" };
    const response = await luis.post(action, { ...fields, ...wrong, opener: "claim 1001" });
    expect(response.status).toBe(403);
    expect(await world.ticket()).toMatchObject({ assignee: null });
  });

  test("keeps an empty first line of what they typed", async () => {
    await world.opens();
    const form = await (await luis.press(await luis.page(ticket), "Reply to customer")).text();
    const wrong = { "answer.text": "\nSoon.", "answer.when": "other", "answer.time": "nonsense" };
    const again = await (await luis.press(form, "Send to customer", wrong)).text();
    // A browser drops one line break behind the tag.
    expect(again).toMatch(/<textarea[^>]*>\n\r?\nSoon\./);
  });

  test("acts once, however often the same form is sent", async () => {
    await world.opens();
    const form = await (await luis.press(await luis.page(ticket), "Add internal note")).text();
    const { action, fields } = formWith(form, "Add note");
    for (let times = 0; times < 3; times += 1) await luis.post(action, { ...fields, "answer.text": "Only once" });
    expect(await world.ticket()).toMatchObject({ notes: 1 });
  });

  test("shares a list by its address", async () => {
    await world.opens();
    await world.opens({ severity: "low" });
    const list = await luis.page("/desk?account=acme&severity=low");
    expect([list.includes("T-1002"), list.includes("T-1001")]).toEqual([true, false]);
    expect(await luis.page("/desk?which=nonsense&page=99999&severity=x")).toContain("T-1001");
  });

  test("is told plainly when a ticket or a page does not exist", async () => {
    for (const path of ["/desk/tickets/9999", "/desk/tickets/none", "/desk/nothing", "/desk/tickets?number=%00"]) {
      const response = await luis.get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).toContain("There is no such");
    }
  });
});

describe("who may read and do what", () => {
  test("nobody reads a page without signing in", async () => {
    await world.opens();
    for (const path of ["/desk", ticket, "/desk/access", "/desk/tickets?number=1001"])
      expect((await web.browser().get(path)).headers.get("location")).toBe("/sign-in");
    expect((await web.browser().post("/desk/act", { kind: "press", action: "claim 1001" })).status).toBe(303);
    expect(await world.ticket()).toMatchObject({ assignee: null });
  });

  test("only the head of support and admins read who signed in", async () => {
    expect((await luis.get("/desk/access")).status).toBe(404);
    const head = await web.signedIn("slack:U0EVA");
    expect(await head.page("/desk/access")).toContain("slack:U0LUIS");
  });

  test("the technical team may not do what only support does, also with a forged form", async () => {
    await world.opens();
    const tech = await web.signedIn("slack:U0TOM");
    const { fields } = formWith(await tech.page(ticket), "Claim");
    await tech.post("/desk/act", { ...fields, action: "resolve 1001" });
    expect(await world.ticket()).toMatchObject({ status: "open" });
  });
});

describe("another site", () => {
  const forged = async (headers: Readonly<Record<string, string>>, change: Readonly<Record<string, string>> = {}) => {
    const { action, fields } = formWith(await luis.page(ticket), "Claim");
    return luis.post(action, { ...fields, ...change }, headers);
  };
  beforeEach(() => world.opens());

  test.each([
    ["another origin", { origin: "https://evil.example" }, {}],
    ["another port", { origin: "http://127.0.0.1:3001" }, {}],
    ["no origin", {}, {}],
    ["a null origin", { origin: "null" }, {}],
    ["no token", { origin: "http://127.0.0.1:3000" }, { token: "" }],
    ["a token of another session", { origin: "http://127.0.0.1:3000" }, { token: "A".repeat(43) }],
  ])("cannot act in an agent's name: %s", async (_, headers, change) => {
    expect((await forged(headers, change)).status).toBe(403);
    expect(await world.ticket()).toMatchObject({ assignee: null });
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/desk//evil.example",
    "/deskevil",
    "javascript:1",
  ])("cannot send an agent away by the address to return to: %s", async (back) => {
    const response = await forged({ origin: "http://127.0.0.1:3000" }, { back });
    expect(response.headers.get("location") ?? "/desk").toMatch(/^\/desk(?:$|\?|\/tickets)/);
  });

  test("can neither frame a page, nor run or load anything on it, nor keep it in a cache", async () => {
    const { headers } = await luis.get(ticket);
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get("content-security-policy")).not.toMatch(/unsafe|\*/);
    expect([headers.get("x-content-type-options"), headers.get("cache-control")]).toEqual(["nosniff", "no-store"]);
  });
});

test("what a customer writes stays text on every page", async () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)> ' onmouseover='alert(3) \${7*7} </textarea>`;
  await world.slack.user("U0CARLA").types("C0ACME", "/ticket");
  await world.slack
    .user("U0CARLA")
    .submits({ title: hostile, severity: "high", description: `${hostile}\njavascript:alert(4)` });
  await world.settle();
  for (const path of ["/desk", ticket]) {
    const page = await luis.page(path);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    const written = page.replaceAll(/<script (?:type="module" )?src="\/desk\/assets\/[a-z]+\.[jt]s"(?: defer)?>/g, "");
    expect(written).not.toMatch(/<script|<img|href="javascript|\sonmouseover='/i);
  }
});
