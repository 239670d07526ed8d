import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readAccessLog } from "../../src/db/access/access-store.ts";
import { cleanUp } from "../../src/jobs/clean-up.ts";
import { createAnswers } from "../../src/web/answers.ts";
import { sentenceCard } from "../../src/i18n/spans.ts";
import { webAnswers } from "../../src/db/schema/area-schema.ts";
import { openClientArea } from "../support/client-area/client-area.ts";
import { openWebDesk } from "../support/web-desk.ts";
import { startWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
  await world.opens();
});
afterEach(() => world.stop());

describe("the private answer to an act", () => {
  test("is shown by the other process, if the browser's next request goes there", async () => {
    const [one, other] = [openWebDesk(world), openWebDesk(world)];
    const luis = await one.signedIn("slack:U0LUIS");
    const ticket = await luis.page("/desk/tickets/1001");
    const sent = await luis.press(ticket, "Claim");
    const there = other.browser();
    there.cookie = luis.cookie;
    expect(await there.page(sent.headers.get("location") ?? "")).toContain('class="answer"');
    const marta = await other.signedIn("slack:U0MARTA");
    expect(await marta.page(sent.headers.get("location") ?? "")).not.toContain('class="answer"');
  });

  test("is kept if it comes after the page stopped waiting, and the page says that it will come", async () => {
    const hurried = openWebDesk(world, undefined, { patienceMs: 0 });
    const luis = await hurried.signedIn("slack:U0LUIS");
    const page = await luis.page("/desk/tickets/1001");
    const sent = await luis.press(page, "Claim");
    const path = sent.headers.get("location") ?? "";
    expect(path).toContain("/desk/answers/");
    const shown = await luis.page(path);
    expect(shown).toContain("T-1001");
    expect(await luis.page("/desk/answers/unknown?back=/desk")).toContain("the answer is not here yet");
  });

  test("of the client area is kept in the same way", async () => {
    const area = openClientArea(world);
    const nuria = await area.invited("nuria@acme.example");
    const hurried = openWebDesk(world, undefined, { patienceMs: 0 }).browser();
    hurried.cookie = nuria.cookie;
    const sent = await hurried.press(await hurried.page("/area/new"), "Abrir ticket", {
      "answer.title": "Films",
      "answer.severity": "high",
      "answer.description": "Films stop.",
    });
    const path = sent.headers.get("location") ?? "";
    expect(path).toContain("/area/answers/");
    expect(await nuria.page(path)).toContain("T-1002");
  });

  test("is gone after a minute, and its row later", async () => {
    const answers = createAnswers(world.database.db, world.now);
    await answers.keep("press", "slack:U0LUIS", sentenceCard("Done."));
    expect(await answers.read("press", "slack:U0LUIS")).toEqual(sentenceCard("Done."));
    expect(await answers.read("press", "slack:U0MARTA")).toBeNull();
    world.sleepThrough(2);
    expect(await answers.read("press", "slack:U0LUIS")).toBeNull();
    world.sleepThrough(15);
    await cleanUp(world, async () => {})();
    expect(await world.database.db.select().from(webAnswers)).toEqual([]);
  });

  test("is never stored if it holds a link, which may be that of an invitation", async () => {
    const answers = createAnswers(world.database.db, world.now);
    const part = { part: "text", lines: [[{ t: "link", url: "http://x/sign-in/1", label: "x" }]] } as const;
    expect(await answers.keep("press", "slack:U0LUIS", { summary: "", parts: [part] })).toBe(false);
    expect(await world.database.db.select().from(webAnswers)).toEqual([]);
  });
});

test("lines of the audit log are deleted after 400 days, and not before", async () => {
  const web = openWebDesk(world);
  await web.signedIn("slack:U0LUIS");
  const count = async (): Promise<number> => (await readAccessLog(world.database.db, 10)).length;
  world.sleepThrough(399 * 24 * 60);
  await cleanUp(world, async () => {})();
  expect(await count()).toBe(2);
  world.sleepThrough(2 * 24 * 60);
  await cleanUp(world, async () => {})();
  expect(await count()).toBe(0);
});
