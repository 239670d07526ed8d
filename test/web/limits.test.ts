import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createRateLimit, addressKey, senderOf } from "../../src/http/rate-limit.ts";
import type { WebRates } from "../../src/web/deps.ts";
import { usualRates } from "../../src/web/limits.ts";
import { openWebDesk, type WebDesk } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";

describe("a rate limit", () => {
  test("lets so many through at once, and then so many a minute, for each key", () => {
    let now = 0;
    const limit = createRateLimit({ atOnce: 3, perMinute: 6 }, () => now);
    expect([1, 2, 3, 4].map(() => limit("a"))).toEqual([0, 0, 0, 10]);
    expect(limit("b")).toBe(0);
    now += 10_000;
    expect([limit("a"), limit("a")]).toEqual([0, 10]);
    now += 3_600_000;
    expect([1, 2, 3, 4].map(() => limit("a"))).toEqual([0, 0, 0, 10]);
  });

  test("is not reset by a clock that goes back", () => {
    let now = 100_000;
    const limit = createRateLimit({ atOnce: 1, perMinute: 1 }, () => now);
    expect(limit("a")).toBe(0);
    now = 0;
    expect(limit("a")).toBeGreaterThan(0);
  });

  test("remembers a bounded number of keys, and the active ones longest", () => {
    const limit = createRateLimit({ atOnce: 1, perMinute: 1 }, () => 0, 100);
    expect(limit("attacker")).toBe(0);
    for (let n = 0; n < 1_000; n += 1) {
      limit(String(n));
      expect(limit("attacker")).toBeGreaterThan(0);
    }
    expect(limit("0")).toBe(0);
  });
});

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
])("the address %s counts as %s", (address, key) => {
  expect(addressKey(address)).toBe(key);
});

test.each([
  ["a browser that claims another address", "192.0.2.7", "198.51.100.1", "192.0.2.7"],
  ["a proxy's last entry", "10.0.0.1", "203.0.113.9, 198.51.100.1", "198.51.100.1"],
  ["a proxy without the header", "127.0.0.1", null, "127.0.0.1"],
  ["a proxy that sends nonsense", "127.0.0.1", "unknown", "127.0.0.1"],
])("the sender of %s", (_, peer, forwarded, sender) => {
  const headers = new Headers(forwarded === null ? {} : { "x-forwarded-for": forwarded });
  expect(senderOf(peer, headers)).toBe(sender);
});

describe("the web pages", () => {
  let world: World;
  const limitedTo = (rates: Partial<WebRates>): WebDesk =>
    openWebDesk(world, undefined, { rates: { ...usualRates, ...rates } });
  const few = { atOnce: 3, perMinute: 1 };
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());
  const statusesOf = async (count: number, ask: () => Promise<Response>): Promise<readonly number[]> => {
    const statuses: number[] = [];
    for (let n = 0; n < count; n += 1) statuses.push((await ask()).status);
    return statuses;
  };

  test("answer one address so often, and go on answering another", async () => {
    const web = limitedTo({ perAddress: few });
    const ask = (peer: string) => () => web.fetch(new Request("http://127.0.0.1:3000/desk"), peer);
    expect(await statusesOf(4, ask("192.0.2.1"))).toEqual([303, 303, 303, 429]);
    expect(await statusesOf(1, ask("192.0.2.2"))).toEqual([303]);
    const refused = await ask("192.0.2.1")();
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.text()).toContain("Too many requests");
  });

  test("let an address try few links", async () => {
    const web = limitedTo({ signIns: few });
    const link = await web.link("slack:U0LUIS");
    const tries = await statusesOf(4, () => web.browser().get("/sign-in/guessed"));
    expect(tries).toEqual([410, 410, 410, 429]);
    expect((await web.browser().post(link, {})).status).toBe(429);
  });

  test("answer one person so often, from however many addresses", async () => {
    const web = limitedTo({ perPerson: few });
    const luis = await web.signedIn("slack:U0LUIS");
    let n = 0;
    const ask = () => {
      n += 1;
      const headers = { cookie: luis.cookie ?? "" };
      return web.fetch(new Request("http://127.0.0.1:3000/desk", { headers }), `192.0.2.${n}`);
    };
    expect(await statusesOf(4, ask)).toEqual([200, 200, 200, 429]);
    const marta = await web.signedIn("slack:U0MARTA");
    expect((await marta.get("/desk")).status).toBe(200);
  });

  test("let one person act less often than read", async () => {
    await world.opens();
    const web = limitedTo({ acts: few });
    const luis = await web.signedIn("slack:U0LUIS");
    const page = await luis.page("/desk/tickets/1001");
    expect(await statusesOf(4, () => luis.press(page, "Claim"))).toEqual([303, 303, 303, 429]);
    expect((await luis.get("/desk")).status).toBe(200);
  });

  test("serve their own files without a limit, so that a refusal is readable", async () => {
    const web = limitedTo({ perAddress: few });
    expect(await statusesOf(6, () => web.browser().get("/desk/assets/desk.css"))).toEqual([
      200, 200, 200, 200, 200, 200,
    ]);
  });
});
