import { afterEach, expect, test } from "vitest";
import type { Desk, Person } from "../../src/desk/desk.ts";
import { onDiscordIn, onSlackIn, type Acting, type Seen } from "../support/acting.ts";
import { deskAcross, type onDiscord as people, type Platform } from "../support/discord-cast.ts";
import { startWorldAcross, type WorldAcross } from "../support/world-across.ts";
import { sayIn } from "../../src/i18n/say.ts";

const canary = "CANARY";
const secret = (person: Person | undefined): Person => {
  if (person === undefined) throw new Error("nobody");
  return { ...person, name: `${canary} ${person.name}`, phone: `+34 ${canary}` };
};

/** Marta and Tom never write to a customer, so even their names are internal. */
const deskOf = (team: Platform, customers: Platform): Desk => {
  const desk = deskAcross([team], customers);
  const { acme } = desk.accounts;
  if (acme === undefined) throw new Error("no account");
  const { marta, tom } = desk.people;
  return {
    ...desk,
    undo: 10_000,
    reopen: { days: 1, ms: 0 },
    people: { ...desk.people, marta: secret(marta), tom: secret(tom) },
    accounts: { ...desk.accounts, acme: { ...acme, locale: "en" } },
  };
};

let world: WorldAcross;
afterEach(async () => {
  await world.stop();
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
});

const one = (messages: readonly Seen[], words: string): Seen =>
  messages.find(({ text }) => text.includes(words)) ??
  expect.fail(`nobody said ${words}: ${messages.map(({ text }) => text).join(" // ")}`);

/** A button that asks before it acts: Discord has no such dialog, so the adapter asks in private. */
const pressesSurely = async (by: Acting, name: keyof typeof people, on: Seen, label: string): Promise<void> => {
  await by.presses(name, on, label);
  if (by.platform === "discord") await by.presses(name, "private", label);
};

/** Fills in the form that a press opens. */
const through = async (
  by: Acting,
  name: keyof typeof people,
  on: Seen,
  label: string,
  values: Readonly<Record<string, string>>,
): Promise<void> => {
  await by.presses(name, on, label);
  await by.submits(name, values);
  await world.settle();
};

/** Everything that support does with a ticket; resolves with all texts that must stay internal. */
const supported = async (team: Acting, customers: Acting): Promise<readonly string[]> => {
  const card = (): Seen => one(team.roots("triage"), "T-1001");
  const techCard = (): Seen => one(team.roots("tech"), "T-1001");
  const inside = (words: string): Seen => one(team.below(card()), words);
  const posted: string[] = [];
  const secretly = (words: string): string => {
    posted.push(`${canary} ${words}`);
    return `${canary} ${words}`;
  };
  await team.presses("marta", card(), "claim");
  await through(team, "marta", card(), "note", { text: secretly("note") });
  const remark = await team.writes("marta", card(), `${canary} remark`);
  await world.settle();
  await team.edits("marta", remark, secretly("edited remark"));
  const regretted = await team.writes("luis", card(), `${canary} regretted remark`);
  await world.settle();
  await team.deletes("luis", regretted);

  await through(team, "luis", card(), "reply", { text: secretly("taken back") });
  await team.presses("luis", inside("taken back"), "undoReply");
  await world.pass(1);
  await through(team, "luis", card(), "reply", { text: "We are looking." });
  await world.pass(1);

  await through(team, "luis", card(), "tech", { text: secretly("need") });
  await team.presses("tom", techCard(), "claimTech");
  const found = await team.writes("tom", techCard(), secretly("technical remark"));
  await world.settle();
  await team.edits("tom", found, secretly("edited technical remark"));
  await world.settle();
  await through(team, "luis", inside("technical remark"), "clientUpdate", { text: "We have found the cause." });
  await through(team, "tom", techCard(), "returnTech", { text: secretly("findings") });
  await world.pass(1);

  await customers.types("carla", "acme", "call", { number: "1001", phone: "+34 600 000 009 at 16:30" });
  await world.settle();
  await team.presses("luis", card(), "reportCalled");
  await through(team, "luis", card(), "assign", { person: "marta" });
  await pressesSurely(team, "luis", card(), "severity 1001 critical");
  // Discord may delay the card's edit; the next press needs the newest card.
  await world.pass(1);
  await through(team, "luis", card(), "lower 1001 low", { text: secretly("reason") });
  await team.types("luis", "triage", "merge", { number: "1002", other: "1001" });
  await through(team, "luis", card(), "promiseUpdate", { when: "1" });
  await world.pass(70);
  await customers.types("carla", "acme", "escalate", { number: "1001", why: "we are on air" });
  await world.settle();
  // A history shows the latest entries only.
  await team.types("luis", "triage", "history", { number: "1001" });
  await world.settle();
  await through(team, "luis", card(), "Waiting", { text: "Which version is it?" });
  return posted;
};

/** Everything a customer can ask, of their own tickets and of others. */
const asked = async (customers: Acting, name: "carla" | "oliver", place: "acme" | "north"): Promise<void> => {
  for (const [word, options] of [
    ["show", {}],
    ["history", {}],
    ["transcript", { format: "md" }],
    ["transcript", { format: "html" }],
    ["transcript", { format: "json" }],
    ["tech", { words: "hello" }],
    ["reply", { text: "hello" }],
    ["call", {}],
    ["escalate", {}],
  ] as const) {
    await customers.types(name, place, word, { number: "1001", ...options });
    customers.closesForm(name);
  }
  for (const word of ["list", "manager", "help"]) await customers.types(name, place, word);
  await customers.types(name, place, "list", { filter: "all" });
  await world.settle();
  if (customers.platform === "discord")
    for (const typed of ["1", "T-10"])
      await world.discord.user(customers.idOf(name)).isTyping(customers.idOf(place), `/ticket show number:${typed}`);
};

/** Everything that customers saw on either platform: messages with earlier versions, forms, answers, files. */
const readByCustomers = ({ idOf, platform }: Acting): readonly string[] => {
  const names = ["carla", "oliver", "sam"] as const;
  const dm = (name: (typeof names)[number]): string =>
    platform === "slack" ? world.slack.dm(idOf(name)).id : world.discord.dm(idOf(name)).id;
  const theirs = new Set(
    [...names, "acme", "north", "random"].map((each) => idOf(each as "acme")).concat(names.map(dm)),
  );
  const all = platform === "slack" ? world.slack.shown : world.discord.shown;
  return all.filter(({ to }) => theirs.has(to)).map(({ what }) => JSON.stringify(what));
};

test.each([
  ["slack", "discord"],
  ["discord", "slack"],
] as const)("a team on %s, a customer on %s: the customer can read nothing internal anywhere", async (on, off) => {
  world = await startWorldAcross(deskOf(on, off));
  const [team, customers] =
    on === "slack" ? [onSlackIn(world), onDiscordIn(world)] : [onDiscordIn(world), onSlackIn(world)];
  for (const title of ["No video", "Still no video"]) {
    await customers.types("carla", "acme", "new", { title });
    await customers.submits("carla", { severity: "high", description: "Nothing plays at Acme." });
    await world.settle();
  }
  const secrets = await supported(team, customers);
  const conversation = one(customers.roots("acme"), "T-1001");
  await customers.writes("carla", conversation, "Any news?");
  await world.settle();
  await asked(customers, "carla", "acme");
  const card = one(team.roots("triage"), "T-1001");
  await pressesSurely(team, "luis", card, "resolve");
  await world.pass(1);
  await customers.presses(
    "carla",
    one(customers.below(conversation), `[${sayIn("en")("rating.score.bad")}]`),
    "rate 1001 bad",
  );
  await customers.writes("carla", conversation, "It is back again");
  await world.settle();
  await customers.picks("carla", await customers.writes("carla", "acme", "And the sound is gone"));
  await customers.submits("carla", { severity: "low" });
  await world.settle();
  await asked(customers, "oliver", "north");

  const read = readByCustomers(customers);
  const internal = new RegExp(
    [canary, ...["triage", "tech", "marta", "tom"].map((each) => team.idOf(each as "tech"))].join("|"),
    "i",
  );
  expect(read.filter((what) => internal.test(what))).toEqual([]);
  await team.types("luis", "triage", "history", { number: "1001" });
  await world.settle();
  // The internal texts were posted internally, and customers got what was meant for them.
  const everything = JSON.stringify([...world.slack.shown, ...world.discord.shown]);
  expect(secrets.filter((words) => !everything.includes(words))).toEqual([]);
  for (const words of ["We are looking.", "We have found the cause.", "T-1002", "Eva Sanz"])
    expect(
      read.some((what) => what.includes(words)),
      words,
    ).toBe(true);
  expect(await world.ticket()).toMatchObject({ status: "open", rating: { given: { score: "bad" } } });
  // Another account reads nothing of this one either.
  const north = readByCustomers({
    ...customers,
    idOf: (name) => (/acme|carla/.test(name) ? "" : customers.idOf(name)),
  });
  expect(north.filter((what) => /No video|[Aa]cme|looking|[Cc]arla/.test(what))).toEqual([]);
  expect(north.length).toBeGreaterThan(10);
});
