import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorld, type World } from "../../support/world.ts";
import { inEnglish } from "../../support/sentences.ts";

describe("people", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const lastPrivate = (user: string): string => world.slack.user(user).privates.at(-1)?.text ?? "";

  test("an unknown customer's ticket is accepted and marked, and triage can set the account from the card", async () => {
    await world.slack.user("U0SAM").types("C0RANDOM", "/ticket I cannot sign in");
    await world.slack.user("U0SAM").submits({ severity: "high", description: "Since this morning." });
    await world.settle();
    expect(lastPrivate("U0SAM")).toContain("T-1001");
    expect(world.card().text).toMatch(inEnglish("triage.accountUnknown"));
    expect(world.slack.dm("U0SAM").messages).toHaveLength(1);
    expect(world.slack.channel("C0RANDOM").messages).toEqual([]);
    await world.slack.user("U0LUIS").presses(world.card(), "account");
    await world.slack.user("U0LUIS").submits({ account: "northwind" });
    await world.settle();
    expect(world.card().text).toContain("Northwind Media");
    expect((await world.ticket()).account).toBe("northwind");
  });

  test("a customer or an outsider who presses a staff button is refused in private, and nothing changes", async () => {
    await world.opens();
    const before = await world.ticket();
    for (const label of ["claim", "reply", "wait", "resolve", "severity 1001 low"])
      for (const user of ["U0CARLA", "U0SAM"]) {
        const seen = world.slack.user(user).privates.length;
        await world.slack.user(user).presses(world.card(), label);
        await world.settle();
        expect(world.slack.user(user).seesForm()).toBeNull();
        expect(world.slack.user(user).privates.length).toBe(seen + 1);
      }
    const after = await world.ticket();
    expect(after).toEqual(before);
  });

  test("another account's ticket seems not to exist", async () => {
    await world.opens();
    const answers: string[] = [];
    for (const number of [1001, 4711])
      for (const verb of ["show", "close", "reopen"]) {
        await world.slack.user("U0OLIVER").types("C0NORTH", `/ticket ${verb} ${number}`);
        await world.settle();
        answers.push(lastPrivate("U0OLIVER").replaceAll(String(number), "N"));
      }
    expect(new Set(answers).size).toBe(1);
    await world.slack.user("U0OLIVER").types("C0NORTH", "/ticket list all");
    await world.settle();
    expect(lastPrivate("U0OLIVER")).not.toContain("1001");
  });

  test("lists: customers see their account's tickets, staff see all and the queue by next due time", async () => {
    await world.opens();
    await world.opens({ title: "Otro problema", severity: "critical" });
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket list");
    await world.settle();
    expect(lastPrivate("U0CARLA")).toMatch(/T-1001[^]*|T-1002/);
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/desk");
    await world.settle();
    const queue = lastPrivate("U0LUIS");
    expect(queue.indexOf("T-1002")).toBeLessThan(queue.indexOf("T-1001"));
    expect(queue.indexOf("T-1002")).toBeGreaterThan(-1);
    await world.slack.user("U0CARLA").types("C0ACME", "/desk");
    await world.settle();
    expect(lastPrivate("U0CARLA")).not.toContain("T-1001");
  });

  test("the customer closes and reopens their own ticket, and the first response clock runs again", async () => {
    await world.opens();
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket close 1001");
    await world.settle();
    expect((await world.ticket()).status).toBe("resolved");
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket reopen T-1001");
    await world.settle();
    expect((await world.ticket()).status).toBe("open");
    await world.pass(120);
    expect(world.slack.dm("U0ANA").messages).toHaveLength(1);
  });

  test("help and unknown text get a friendly private answer; a title is never taken for a subcommand", async () => {
    for (const line of ["/ticket help", "/ticket show", "/ticket show abc"]) {
      await world.slack.user("U0CARLA").types("C0ACME", line);
      await world.settle();
      expect(lastPrivate("U0CARLA").length).toBeGreaterThan(20);
    }
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket close captions are missing");
    expect(world.slack.user("U0CARLA").seesForm()?.initial["title"]).toBe("close captions are missing");
  });

  test("field errors come back inside the form, and the typed text stays", async () => {
    await world.slack.user("U0CARLA").types("C0ACME", "/ticket x");
    await world.slack.user("U0CARLA").submits({ title: "   ", severity: "low", description: "algo" });
    const form = world.slack.user("U0CARLA").seesForm();
    expect(Object.keys(form?.errors ?? {})).toEqual(["title"]);
    await world.settle();
    await expect(world.ticket()).rejects.toThrow("no ticket");
  });

  test("staff open a ticket for an account from triage", async () => {
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket new They phoned us");
    expect(world.slack.user("U0LUIS").seesForm()?.fields).toContain("account");
    await world.slack.user("U0LUIS").submits({ severity: "medium", description: "x", account: "acme" });
    await world.settle();
    expect(world.conversation().text).toContain("T-1001");
    expect((await world.ticket()).account).toBe("acme");
  });
});

describe("hostile text", () => {
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
