import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openClientArea, type ClientArea } from "../support/client-area/client-area.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
let area: ClientArea;
beforeEach(async () => {
  world = await startWorld();
  area = openClientArea(world);
});
afterEach(() => world.stop());

const logged = (): readonly string[] => world.log.lines.filter((line) => line.includes("web.refused"));

describe("requests that the pages refuse are counted and logged, with who and what kind", () => {
  test("of a contact: tickets, files and messages of another account, one line a minute", async () => {
    const olga = await area.invited("olga@north.example", "U0EVA", "C0NORTH");
    await world.opens();
    await area.web.browser().get("/area");
    for (let number = 1001; number < 1011; number += 1)
      expect((await olga.get(`/area/tickets/${number}`)).status).toBe(404);
    expect((await olga.get("/area/tickets/1001/files/c2VjcmV0")).status).toBe(404);
    expect((await olga.post("/area/tickets/1001/messages", { text: "a secret" })).status).toBe(403);
    expect(area.web.refused).toEqual([...Array<string>(11).fill("notYours"), "notAllowed"]);
    expect(logged()).toHaveLength(1);
    expect(logged()[0]).toContain("web:");
    expect(logged()[0]).toContain("ticket");
    await world.pass(2);
    await olga.get("/area/tickets/1001/files/c2VjcmV0");
    expect(logged()).toHaveLength(2);
    expect(logged()[1]).toContain("file");
    expect(logged()[1]).toMatch(/notLogged\W+11\b/);
    expect(logged().join("")).not.toMatch(/1001|c2VjcmV0|a secret/);
  });

  test("of the staff: pages without the right; a mistyped number is none", async () => {
    const marta = await area.web.signedIn("slack:U0MARTA");
    for (const path of ["/desk/settings", "/desk/settings/export", "/desk/access"])
      expect((await marta.get(path)).status).toBe(404);
    expect(area.web.refused).toEqual(["notAllowed", "notAllowed", "notAllowed"]);
    expect(logged()).toHaveLength(1);
    expect(logged()[0]).toContain("slack:U0MARTA");
    expect((await marta.get("/desk/tickets/4711")).status).toBe(404);
    expect((await marta.get("/desk/nothing")).status).toBe(404);
    expect(area.web.refused).toHaveLength(3);
  });

  test("of another site, and forms that are not ours", async () => {
    const marta = await area.web.signedIn("slack:U0MARTA");
    expect((await marta.post("/desk/act", {}, { origin: "https://evil.example" })).status).toBe(403);
    expect((await marta.post("/desk/act", { token: "forged" })).status).toBe(403);
    expect(area.web.refused).toEqual(["notAllowed", "notAllowed"]);
    expect(logged()[0]).toContain("otherOrigin");
    expect(logged().join("")).not.toMatch(/evil|forged/);
  });

  test("of strangers: guessed links and too many requests, one line for all their addresses", async () => {
    for (let guess = 0; guess < 50; guess += 1) {
      const request = new Request(`http://127.0.0.1:3000/sign-in/guess${guess}`);
      await area.web.fetch(request, `192.0.2.${guess < 25 ? 9 : guess}`);
    }
    const count = (reason: string) => area.web.refused.filter((each) => each === reason).length;
    expect(count("limited")).toBe(5);
    expect(count("notAllowed")).toBe(45);
    expect(logged()).toHaveLength(2);
    expect(logged().join("")).toContain("192.0.2.9");
    expect(logged().join("")).not.toContain("guess");
  });
});
