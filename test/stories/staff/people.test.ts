import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startStoryWorld, type Name, type StoryWorld } from "../../support/story-world/story-world.ts";
import { startWorld, type World } from "../../support/world.ts";
import { inEnglish } from "../../support/sentences.ts";

describe("people", () => {
  let world: StoryWorld;
  beforeEach(async () => {
    world = await startStoryWorld("testchat");
  });
  afterEach(() => world.stop());

  const lastPrivate = (user: Name): string => world.user(user).privates.at(-1)?.text ?? "";

  test("an unknown customer's ticket is accepted and marked, and triage can set the account from the card", async () => {
    await world.user("sam").types("random", "/ticket I cannot sign in");
    await world.user("sam").submits({ severity: "high", description: "Since this morning." });
    await world.settle();
    expect(lastPrivate("sam")).toContain("T-1001");
    expect(world.card().text).toMatch(inEnglish("triage.accountUnknown"));
    expect(world.direct("sam")).toHaveLength(1);
    expect(world.channel("random")).toEqual([]);
    await world.user("luis").presses(world.card(), "account");
    await world.user("luis").submits({ account: "northwind" });
    await world.settle();
    expect(world.card().text).toContain("Northwind Media");
    expect((await world.ticket()).account).toBe("northwind");
  });

  test("a customer or an outsider who presses a staff button is refused in private, and nothing changes", async () => {
    await world.opens();
    const before = await world.ticket();
    for (const label of ["claim", "reply", "wait", "resolve", "severity 1001 low"])
      for (const user of ["carla", "sam"] as const) {
        const seen = world.user(user).privates.length;
        await world.user(user).presses(world.card(), label);
        await world.settle();
        expect(world.user(user).seesForm()).toBeNull();
        expect(world.user(user).privates.length).toBe(seen + 1);
      }
    const after = await world.ticket();
    expect(after).toEqual(before);
  });

  test("another account's ticket seems not to exist", async () => {
    await world.opens();
    const answers: string[] = [];
    for (const number of [1001, 4711])
      for (const verb of ["show", "close", "reopen"]) {
        await world.user("oliver").types("north", `/ticket ${verb} ${number}`);
        await world.settle();
        answers.push(lastPrivate("oliver").replaceAll(String(number), "N"));
      }
    expect(new Set(answers).size).toBe(1);
    await world.user("oliver").types("north", "/ticket list all");
    await world.settle();
    expect(lastPrivate("oliver")).not.toContain("1001");
  });

  test("lists: customers see their account's tickets, staff see all and the queue by next due time", async () => {
    await world.opens();
    await world.opens({ title: "Otro problema", severity: "critical" });
    await world.user("carla").types("acme", "/ticket list");
    await world.settle();
    expect(lastPrivate("carla")).toMatch(/T-1001[^]*|T-1002/);
    await world.user("luis").types("triage", "/desk");
    await world.settle();
    const queue = lastPrivate("luis");
    expect(queue.indexOf("T-1002")).toBeLessThan(queue.indexOf("T-1001"));
    expect(queue.indexOf("T-1002")).toBeGreaterThan(-1);
    await world.user("carla").types("acme", "/desk");
    await world.settle();
    expect(lastPrivate("carla")).not.toContain("T-1001");
  });

  test("the customer closes and reopens their own ticket, and the first response clock runs again", async () => {
    await world.opens();
    await world.user("carla").types("acme", "/ticket close 1001");
    await world.settle();
    expect((await world.ticket()).status).toBe("resolved");
    await world.user("carla").types("acme", "/ticket reopen T-1001");
    await world.settle();
    expect((await world.ticket()).status).toBe("open");
    await world.pass(120);
    expect(world.direct("ana")).toHaveLength(1);
  });

  test("help and unknown text get a friendly private answer; a title is never taken for a subcommand", async () => {
    for (const line of ["/ticket help", "/ticket show", "/ticket show abc"]) {
      await world.user("carla").types("acme", line);
      await world.settle();
      expect(lastPrivate("carla").length).toBeGreaterThan(20);
    }
    await world.user("carla").types("acme", "/ticket close captions are missing");
    expect(world.user("carla").seesForm()?.initial["title"]).toBe("close captions are missing");
  });

  test("field errors come back inside the form, and the typed text stays", async () => {
    await world.user("carla").types("acme", "/ticket x");
    await world.user("carla").submits({ title: "   ", severity: "low", description: "algo" });
    const form = world.user("carla").seesForm();
    expect(Object.keys(form?.errors ?? {})).toEqual(["title"]);
    await world.settle();
    await expect(world.ticket()).rejects.toThrow("no ticket");
  });

  test("staff open a ticket for an account from triage", async () => {
    await world.user("luis").types("triage", "/ticket new They phoned us");
    expect(world.user("luis").seesForm()?.fields).toContain("account");
    await world.user("luis").submits({ severity: "medium", description: "x", account: "acme" });
    await world.settle();
    expect(world.conversation().text).toContain("T-1001");
    expect((await world.ticket()).account).toBe("acme");
  });
});

describe("hostile text on Slack", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test("notifies no one, breaks no card and is never lost", async () => {
    const hostile =
      "<!channel> <!here> @everyone <@U0EVA> *b* _i_ `c` ```x``` <https://evil|https://bank> & \u202Eabc \u0000 \uD800 👩‍👩‍👧‍👦 " +
      "é́́́".repeat(50);
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket hi");
    await world.slack
      .user("U0CARLA")
      .submits({ title: hostile.slice(0, 140), severity: "low", description: hostile.repeat(8) });
    await world.settle();
    await world.slack.user("U0CARLA").writes("C0ACME", hostile, { thread: world.conversation().ts });
    await world.settle();
    expect(world.card().text).toContain("<!channel>");
    expect(world.slack.pings.filter((ping) => ping.user !== "U0CARLA")).toEqual([]);
    const ticket = await world.ticket();
    expect(ticket.description).toBe(hostile.repeat(8).toWellFormed().replaceAll("\0", "\uFFFD").trim());
    expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  });
});
