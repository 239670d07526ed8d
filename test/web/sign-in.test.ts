import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readAccessLog } from "../../src/db/access/access-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { createSessions } from "../../src/web/access/sessions.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { openWebDesk, type WebDesk } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";

const luis = "slack:U0LUIS";
const carla = "slack:U0CARLA";
const hours = 60;

let world: World;
let web: WebDesk;
beforeEach(async () => {
  world = await startWorld();
  web = openWebDesk(world);
});
afterEach(() => world.stop());

const log = async () => (await readAccessLog(world.database.db, 10)).map(({ what, person }) => `${what} ${person}`);

describe("/desk web", () => {
  const asks = async (user: string): Promise<string> => {
    await world.slack.user(user).types("C0TRIAGE", "/desk web");
    await world.settle();
    return JSON.stringify(world.slack.shown.at(-1));
  };

  test("gives an agent a private link that signs them in once", async () => {
    const answer = await asks("U0LUIS");
    const link = /http:\/\/127\.0\.0\.1:3000(\/sign-in\/[\w-]+)/.exec(answer)?.[1] ?? expect.fail(answer);
    const browser = web.browser();
    expect(await browser.page(link)).toContain("Luis");
    expect((await browser.post(link, {})).headers.get("location")).toBe("/desk");
    expect(await browser.page("/desk")).toContain("Luis");
    expect((await web.browser().post(link, {})).status).toBe(410);
    expect(await log()).toEqual(["linkRefused null", `signedIn ${luis}`, `linkMade ${luis}`]);
  });

  test("is not for customers", async () => {
    expect(await asks("U0CARLA")).not.toContain("/sign-in/");
    expect(await log()).toEqual([]);
  });
});

describe("a link", () => {
  test("is not used up by a program that opens it to draw a preview", async () => {
    const link = await web.link(luis);
    for (let times = 0; times < 3; times += 1) expect((await web.browser().get(link)).status).toBe(200);
    expect((await web.browser().post(link, {})).status).toBe(303);
  });

  test("works for ten minutes", async () => {
    const link = await web.link(luis);
    await world.pass(9);
    expect((await web.browser().get(link)).status).toBe(200);
    await world.pass(1);
    expect((await web.browser().get(link)).status).toBe(410);
    expect((await web.browser().post(link, {})).status).toBe(410);
  });

  test("ends the older links of the same person, and no link of another", async () => {
    const [older, ofMarta] = [await web.link(luis), await web.link("slack:U0MARTA")];
    const newer = await web.link(luis);
    expect((await web.browser().post(older, {})).status).toBe(410);
    expect((await web.browser().post(ofMarta, {})).status).toBe(303);
    expect((await web.browser().post(newer, {})).status).toBe(303);
  });

  test("opens one session, however many browsers use it at the same moment", async () => {
    const link = await web.link(luis);
    const answers = await Promise.all(Array.from({ length: 8 }, () => web.browser().post(link, {})));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      303,
      ...Array.from({ length: 7 }, () => 410),
    ]);
  });

  test("of a person who is a customer, or who left the desk, signs nobody in", async () => {
    expect((await web.browser().post(await web.link(carla), {})).status).toBe(403);
    const { luis: gone, ...people } = sampleDesk.people;
    expect(gone).toBeDefined();
    const link = await web.link(luis);
    await world.applies({ ...sampleDesk, people });
    expect((await web.browser().post(link, {})).status).toBe(403);
  });
});

describe("a session", () => {
  test("keeps neither link nor cookie in the database, so that a copy of it signs nobody in", async () => {
    const link = await web.link(luis);
    const browser = web.browser();
    await browser.post(link, {});
    const secrets = [link.split("/").at(-1) ?? "", browser.cookie?.split("=").at(-1) ?? ""];
    const stored = JSON.stringify([
      await world.database.rows(sql`select * from sign_in_links`),
      await world.database.rows(sql`select * from web_sessions`),
      await world.database.rows(sql`select * from access_log`),
    ]);
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(40);
      expect(stored).not.toContain(secret);
    }
  });

  test("ends twelve hours after the last request, and after fourteen days in any case", async () => {
    const browser = await web.signedIn(luis);
    await world.pass(11 * hours);
    expect((await browser.get("/desk")).status).toBe(200);
    await world.pass(13 * hours);
    expect((await browser.get("/desk")).headers.get("location")).toBe("/sign-in");

    const sessions = createSessions(world.database.db, world.now);
    const session = await sessions.signIn((await web.link(luis)).split("/").at(-1) ?? "", null);
    let seen = 0;
    for (let at = 0; at < 15 * 24; at += 10) {
      world.sleepThrough(10 * hours);
      if ((await sessions.of(session?.cookie ?? "")) !== null) seen = at + 10;
    }
    expect(seen).toBeGreaterThan(13 * 24);
    expect(seen).toBeLessThan(14 * 24);
  });

  test("has a new cookie after each sign-in, so that a planted one is worth nothing", async () => {
    const browser = web.browser();
    browser.cookie = "plazo=planted";
    await browser.post(await web.link(luis), {});
    expect(browser.cookie).not.toBe("plazo=planted");
    const planted = web.browser();
    planted.cookie = "plazo=planted";
    expect((await planted.get("/desk")).headers.get("location")).toBe("/sign-in");
  });

  test("is kept from scripts and other sites, and over HTTPS from plain HTTP", async () => {
    const cookieAt = async (desk: WebDesk, origin: string) =>
      (
        await desk.fetch(new Request(new URL(await desk.link(luis), origin), { method: "POST", headers: { origin } }))
      ).headers.get("set-cookie");
    expect(await cookieAt(web, "http://127.0.0.1:3000")).toMatch(/^plazo=[^;]+;.*Path=\/;.*HttpOnly;.*SameSite=Lax/);
    const safe = await cookieAt(openWebDesk(world, "https://desk.example.com"), "https://desk.example.com");
    expect(safe).toMatch(/^__Host-plazo=.*HttpOnly; Secure; SameSite=Lax/);
    const clear = openWebDesk(world, "http://desk.example.com");
    const link = await clear.link(luis);
    expect((await clear.browser().post(link, {})).status).toBe(403);
    expect((await clear.browser().get(link)).status).toBe(403);
  });

  test("goes over HTTPS only, where the proxy says how the browser came", async () => {
    const desk = openWebDesk(world, "https://desk.example.com");
    const ask = async (method: string, scheme: string | null) => {
      const headers = {
        origin: "https://desk.example.com",
        ...(scheme === null ? {} : { "x-forwarded-proto": scheme }),
      };
      const { status, headers: answer } = await desk.fetch(
        new Request("http://desk.example.com/sign-in?lang=es", { method, headers }),
      );
      return [status, answer.get("location")];
    };
    expect(await ask("GET", "http")).toEqual([308, "https://desk.example.com/sign-in?lang=es"]);
    expect(await ask("POST", "http")).toEqual([403, null]);
    expect(desk.refused).toEqual(["notAllowed"]);
    for (const scheme of ["https", "https, http", null]) expect(await ask("GET", scheme)).toEqual([200, null]);
    const own = await web.fetch(
      new Request("http://127.0.0.1:3000/sign-in", { headers: { "x-forwarded-proto": "http" } }),
    );
    expect(own.status).toBe(200);
  });

  test("ends at once when the person leaves the desk", async () => {
    const browser = await web.signedIn(luis);
    expect((await browser.get("/desk")).status).toBe(200);
    const { luis: _, ...people } = sampleDesk.people;
    await world.applies({ ...sampleDesk, people });
    const refused = await browser.get("/desk");
    expect([refused.status, browser.cookie]).toEqual([403, null]);
    await world.applies(sampleDesk);
    expect((await browser.get("/desk")).headers.get("location")).toBe("/sign-in");
  });

  test("ends by signing out: in this browser, or in all browsers of this person", async () => {
    const [one, other, ofMarta] = [
      await web.signedIn(luis),
      await web.signedIn(luis),
      await web.signedIn("slack:U0MARTA"),
    ];
    const html = await one.page("/desk");
    const stolen = one.cookie;
    await one.press(html, "Sign out");
    one.cookie = stolen;
    expect((await one.get("/desk")).status).toBe(303);
    expect((await other.get("/desk")).status).toBe(200);
    const third = await web.signedIn(luis);
    await other.press(await other.page("/desk"), "Sign out everywhere");
    expect((await third.get("/desk")).status).toBe(303);
    expect((await ofMarta.get("/desk")).status).toBe(200);
  });
});
