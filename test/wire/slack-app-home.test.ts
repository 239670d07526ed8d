import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sayIn } from "../../src/i18n/say.ts";
import { useEmbedded } from "../support/database/database.ts";
import type { FakeHome } from "../support/fake-slack/homes.ts";
import { sampleDesk } from "../support/sample-desk.ts";
import { inEnglish, inSpanish } from "../support/sentences.ts";
import { startWorld, type World } from "../support/world.ts";

useEmbedded();

let world: World;
beforeEach(async () => {
  world = await startWorld("http");
});
afterEach(() => world.stop());

const en = sayIn("en");
const es = sayIn("es");
const calls = () => world.slack.log.filter((each) => each.kind === "call" && each.method === "views.publish");

/** Opens a person's home, runs the work that follows, and returns what they see. */
const opened = async (user: string): Promise<FakeHome> => {
  const home = world.slack.home(user);
  await home.opens();
  await world.settle();
  return home;
};

/** The last direct message of the bot to a person. */
const lastDirect = (user: string) => world.slack.dm(user).messages.at(-1)?.text ?? "";

describe("the App Home of the staff", () => {
  test("shows what is unassigned and due next, and a claim by its button is shown at once", async () => {
    await world.opens();
    const home = await opened("U0LUIS");
    expect(home.text).toMatch(inEnglish("home.mine", { total: "0" }));
    expect(home.text).toMatch(inEnglish("home.noneMine"));
    expect(home.text).toMatch(inEnglish("home.unassigned", { total: "1" }));
    expect(home.text).toContain("T-1001 El vídeo no se ve");
    expect(home.text).toMatch(inEnglish("home.next", { overdue: "0", soon: "0" }));
    await home.presses(en("home.claim", { ticket: "T-1001" }));
    await world.settle();
    expect((await world.ticket()).assignee).toBe("luis");
    expect(home.text).toMatch(inEnglish("home.mine", { total: "1" }));
    expect(home.text).toMatch(inEnglish("home.noneUnassigned"));
    expect(home.published).toBe(2);
  });

  test("links to the triage card, lists the queue in a direct message, and gives a link to the web desk", async () => {
    await world.opens();
    const home = await opened("U0LUIS");
    const card = world.card();
    expect(JSON.stringify(home.blocks)).toContain(`/archives/C0TRIAGE/p${card.ts.replace(".", "")}`);
    await home.presses(en("home.queue"));
    await world.settle();
    expect(lastDirect("U0LUIS")).toMatch(inEnglish("list.queue"));
    await home.presses(en("web.signInLink"));
    await world.settle();
    expect(lastDirect("U0LUIS")).toMatch(inEnglish("web.signInLink"));
  });

  test("shows a manager their accounts, who is out, and hours that nobody covers", async () => {
    await world.applies({ ...sampleDesk, ladder: [] });
    await world.slack.user("U0MARTA").types("C0TRIAGE", "/desk out 3d");
    await world.opens();
    const home = await opened("U0ANA");
    expect(home.text).toMatch(inEnglish("home.accounts"));
    expect(home.text).toContain(`Acme TV · ${en("home.openCount", { count: 1 })}`);
    expect(home.text).not.toContain("Northwind Media ·");
    expect(home.text).toMatch(inEnglish("list.away", { name: "Marta Solé" }));
    expect(home.text).toMatch(inEnglish("home.gapNoStep", { plan: "premium" }));
    expect((await opened("U0LUIS")).text).not.toMatch(inEnglish("home.accounts"));
  });

  test("offers a technician no ticket to claim", async () => {
    await world.opens();
    expect((await opened("U0TOM")).text).toContain("T-1001");
    expect(world.slack.home("U0TOM").actions.filter((action) => action.startsWith("claim"))).toEqual([]);
  });
});

describe("the App Home of customers", () => {
  test("shows their tickets and plan in their language, and opens a ticket", async () => {
    await world.opens();
    const home = await opened("U0CARLA");
    expect(home.text).toMatch(inSpanish("home.ourTickets", { account: "Acme TV", total: "1" }));
    expect(home.text).toContain("T-1001 El vídeo no se ve");
    expect(home.text).toMatch(inSpanish("home.plan", { plan: "premium" }));
    expect(home.text).toContain("Ana Ruiz, +34 600 000 001");
    expect(home.text).toContain(es("calendar.always"));
    expect(home.text).not.toContain(es("triage.unassigned"));
    await home.presses(es("home.newTicket"));
    expect(world.slack.user("U0CARLA").seesForm()).not.toBeNull();
    await world.slack.user("U0CARLA").submits({ title: "Sin audio", severity: "low", description: "Nada." });
    await world.settle();
    expect((await world.ticket(1002)).title).toBe("Sin audio");
    expect(home.text).toContain("T-1002 Sin audio");
    expect(world.slack.user("U0CARLA").complaints).toEqual([]);
  });

  test("shows strangers and people of other workspaces only what they asked for", async () => {
    await world.opens();
    world.slack.addUser("U0FAR", "far", { team: "T0FAR" });
    for (const user of ["U0SAM", "U0FAR", "U0OLIVER"]) {
      const home = await opened(user);
      expect(home.text, user).not.toContain("T-1001");
      expect(home.text, user).not.toContain("Acme");
    }
    expect(world.slack.home("U0SAM").text).toMatch(inEnglish("home.unknown"));
    expect(world.slack.home("U0FAR").text).toMatch(inEnglish("home.unknown"));
    expect(world.slack.home("U0OLIVER").text).toMatch(inEnglish("home.plan", { plan: "standard" }));
    // Slack's ids of people are unique in a workspace only, so this person has the id of an agent.
    world.slack.addUser("U0LUIS", "luis", { team: "T0FAR" });
    const twin = await opened("U0LUIS");
    expect(twin.text).not.toContain("T-1001");
    expect(twin.text).toMatch(inEnglish("home.myTickets", { total: "0" }));
  });
});

describe("a person whose workspace Slack does not tell", () => {
  test("sees no home until Slack tells it, so a stranger with the id of an agent never sees the agent's", async () => {
    await world.opens();
    world.slack.addUser("U0LUIS", "luis", { team: "T0FAR" });
    world.slack.fail("users.info", { error: "internal_error" });
    const twin = await opened("U0LUIS");
    expect([twin.text, twin.published]).toEqual([null, 0]);
    await world.pass(1);
    expect(twin.text).toMatch(inEnglish("home.myTickets", { total: "0" }));
    expect(twin.text).not.toContain("T-1001");
  });

  test("gets their home by themselves if they are an agent", async () => {
    await world.opens();
    world.slack.fail("users.info", { error: "internal_error" });
    const home = await opened("U0MARTA");
    expect(home.published).toBe(0);
    await world.pass(1);
    expect(home.text).toMatch(inEnglish("home.unassigned", { total: "1" }));
  });
});

test("a former agent's home is drawn again when the desk drops them, without being opened", async () => {
  await world.opens();
  const home = await opened("U0LUIS");
  expect(home.text).toContain("T-1001");
  const { luis: left, ...people } = sampleDesk.people;
  const staff = left?.identities ?? [];
  await world.applies({ ...sampleDesk, people, former: { ...sampleDesk.former, staff } });
  await world.steps.dueWork();
  await world.settle();
  expect(home.text).not.toContain("T-1001");
  expect(home.text).toMatch(inEnglish("home.myTickets", { total: "0" }));
  expect(home.published).toBe(2);
  // Once is enough.
  await world.steps.dueWork();
  await world.settle();
  expect(home.published).toBe(2);
});

describe("publishing a home", () => {
  test("happens after the acknowledgement, once for several openings, and not for the other tab", async () => {
    const home = world.slack.home("U0LUIS");
    await home.opens();
    await home.opens();
    expect(world.slack.unacknowledged).toBe(0);
    expect(home.published).toBe(0);
    await world.settle();
    expect(home.published).toBe(1);
    await home.opens("messages");
    await world.settle();
    expect(home.published).toBe(1);
    await home.presses(en("home.refresh"));
    await world.settle();
    expect(home.published).toBe(2);
  });

  test("is drawn anew if the home shows something newer than the event knew", async () => {
    const home = await opened("U0LUIS");
    world.slack.fail("views.publish", { error: "hash_conflict" });
    await world.opens();
    await home.opens();
    await world.settle();
    expect(home.text).toContain("T-1001");
    expect(home.published).toBe(2);
  });

  test("waits as long as Slack says, and keeps to a pace for each person", async () => {
    const home = world.slack.home("U0LUIS");
    world.slack.fail("views.publish", { rateLimit: 30 });
    await home.opens();
    await world.settle();
    expect(home.published).toBe(0);
    await world.passSeconds(31);
    expect(home.published).toBe(1);
    for (let press = 0; press < 20; press += 1) {
      await home.presses(en("home.refresh"));
      await world.settle();
    }
    const soon = home.published;
    expect(soon).toBeLessThan(10);
    await world.passSeconds(10);
    expect(home.published).toBe(soon + 1);
    expect(world.slack.violations).toEqual([]);
  });

  test("follows changes that are not made on it, a few seconds later and once for several", async () => {
    const home = await opened("U0LUIS");
    const other = await opened("U0CARLA");
    expect([home.published, other.published]).toEqual([1, 1]);
    for (let ticket = 1; ticket <= 3; ticket += 1) await world.opens();
    await world.passSeconds(11);
    expect(home.text).toMatch(inEnglish("home.unassigned", { total: "3" }));
    expect(other.text).toMatch(inSpanish("home.ourTickets", { account: "Acme TV", total: "3" }));
    expect([home.published, other.published]).toEqual([2, 2]);
    // A note changes what neither of them sees on their home.
    await world.slack.user("U0LUIS").types("C0TRIAGE", "/ticket note 1001 Only for us.");
    await world.settle();
    await world.passSeconds(30);
    expect([home.published, other.published]).toEqual([2, 2]);
    await world.slack.user("U0ANA").types("C0TRIAGE", "/ticket close 1001");
    await world.settle();
    await world.passSeconds(11);
    expect(home.text).toMatch(inEnglish("home.unassigned", { total: "2" }));
    expect([home.published, other.published]).toEqual([3, 3]);
    expect(world.slack.violations).toEqual([]);
  });

  test("does not follow changes an hour after it was opened, until it is opened again", async () => {
    const home = await opened("U0LUIS");
    await world.pass(61);
    await world.opens();
    await world.passSeconds(30);
    expect(home.published).toBe(1);
    await home.opens();
    await world.settle();
    expect(home.text).toContain("T-1001");
  });

  test("is given up with a line in the log if the app has no Home tab", async () => {
    world.slack.fail("views.publish", { error: "not_enabled" });
    await world.slack.home("U0LUIS").opens();
    await world.settle();
    await world.pass(10);
    expect(calls()).toHaveLength(1);
    expect(world.log.lines.join("\n")).toContain("home.unpublished");
  });
});
