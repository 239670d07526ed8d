import { afterEach, beforeEach, expect, test } from "vitest";
import { sql } from "../../../src/db/schema/orm.ts";
import { startWorld, type World } from "../../support/world.ts";
import { inEnglish, inOrder } from "../../support/sentences.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(async () => {
  expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([]);
  await world.stop();
});

const mention = "<@U0PLAZO>";
const carla = () => world.slack.user("U0CARLA");
const luis = () => world.slack.user("U0LUIS");
const inside = () => world.thread(world.card()).map(({ text }) => text);
const carried = () =>
  world.slack.files.map(({ name, content, sharedIn, thread }) => [name, content, `${sharedIn} ${thread}`]);
const besideTheCard = () => `C0TRIAGE ${world.card().ts}`;
const log = { name: "player.log", content: "error 42", type: "text/plain" };
const history = async (): Promise<string> => {
  await luis().types("C0TRIAGE", "/ticket history 1001");
  await world.settle();
  return luis().privates.at(-1)?.text ?? "";
};

test("the files of a message that mentions the bot stand below the team's card, and the card names them", async () => {
  const files = [log, { name: "clip.exe", content: "MZ" }];
  await carla().writes("C0ACME", `${mention} el vídeo no se ve`, { raw: true, files });
  await world.settle();
  expect(carried()).toEqual([["player.log", "error 42", besideTheCard()]]);
  expect(world.card().text).toContain("player.log");
  expect(world.card().text).toMatch(inOrder("clip.exe ", inEnglish("file.why.program")));
});

test("the files of a message that was picked by menu or 🎫, and of its thread, do so too", async () => {
  const root = await carla().writes("C0ACME", "Buenos días", { files: [{ name: "a.png", content: "AAA" }] });
  const below = await carla().writes("C0ACME", "La carga falla", { thread: root.ts, files: [log] });
  await luis().writes("C0ACME", "", { thread: root.ts, files: [{ name: "b.txt", content: "BBB" }] });
  await luis().picks(below);
  await luis().submits({ severity: "high" });
  await world.settle();
  expect(new Set(carried().map(String))).toEqual(
    new Set([`a.png,AAA,${besideTheCard()}`, `b.txt,BBB,${besideTheCard()}`, `player.log,error 42,${besideTheCard()}`]),
  );
  expect(inside().find((text) => text.includes("Buenos días"))).toContain("a.png");
});

test("a picture alone, sent to the bot, is a ticket with its name as title", async () => {
  world.slack.dm("U0SAM");
  await world.slack.user("U0SAM").writes("D0SAM", "", { files: [{ name: "screen.png", content: "PNG" }] });
  await world.settle();
  expect(await world.ticket()).toMatchObject({ title: "📎 screen.png", description: "" });
  expect(carried().map(([name]) => name)).toEqual(["screen.png"]);
});

test("staff's files in the customer's thread stand below the team's card too, and refused files are named", async () => {
  await world.opens();
  const thread = world.conversation().ts;
  await luis().writes("C0ACME", "Prueba con esto", { thread, files: [log, { name: "fix.exe", content: "MZ" }] });
  await world.settle();
  expect(carried()).toEqual([["player.log", "error 42", besideTheCard()]]);
  expect(inside().join()).toMatch(
    inOrder(inEnglish("author.staff", { name: "Luis Gil" }), "fix.exe ", inEnglish("file.why.program")),
  );
  expect((await world.ticket()).replies).toBe(1);
  await luis().writes("C0ACME", "", { thread, files: [{ ...log, name: "more.log" }] });
  await world.settle();
  expect((await world.ticket()).replies).toBe(2);
  expect(await history()).toContain("📎 more.log");
});

test("staff's internal files stay internal", async () => {
  await world.opens();
  await luis().writes("C0TRIAGE", "Mira", { thread: world.card().ts, files: [log] });
  await world.settle();
  expect(world.slack.files).toEqual([]);
  expect((await world.ticket()).notes).toBe(1);
});

test("an edit of the message that opened the ticket changes description and title, and the history says so", async () => {
  const asked = await carla().writes("C0ACME", `${mention} no va el canal 3`, { raw: true });
  await world.settle();
  await carla().edits(asked, "no va el canal 8");
  await world.settle();
  expect(await world.ticket()).toMatchObject({ title: "no va el canal 8", description: "no va el canal 8" });
  expect(world.card().text).toContain("no va el canal 8");
  expect(world.card().text).toMatch(inEnglish("opening.editedAt"));
  expect(inside()).toHaveLength(1);
  expect(inside()[0]).toMatch(inOrder(inEnglish("opening.edited", { name: "carla", ticket: "T-1001" }), "canal 8"));
  const posted = { text: "no va el canal 8", title: "no va el canal 8" };
  expect(await history()).toMatch(inEnglish("history.edited.openedAndTitle", posted));
});

test("the title follows edits only while it is the message's own first line", async () => {
  const asked = await carla().writes("C0ACME", `${mention} no va el canal 3\nDesde las nueve`, { raw: true });
  await world.settle();
  const edited = async (text: string) => {
    await carla().edits(asked, text);
    await world.settle();
    return (await world.ticket()).title;
  };
  expect(await edited("no va el canal 3\nDesde las diez")).toBe("no va el canal 3");
  expect(await history()).toMatch(inEnglish("history.edited.opened", { text: "no va el canal 3 Desde las diez" }));
  expect(await edited("\n no va el canal 8 \nDesde las diez")).toBe("no va el canal 8");
  const picked = await carla().writes("C0ACME", "No va");
  await luis().picks(picked);
  await luis().submits({ severity: "high", title: "No va nada" });
  await world.settle();
  await carla().edits(picked, "No va el canal 8");
  await world.settle();
  expect((await world.ticket(1002)).title).toBe("No va nada");
});

test("a text that a person changed in the form stays as they wrote it", async () => {
  const wrote = await carla().writes("C0ACME", "No va");
  await luis().picks(wrote);
  await luis().submits({ severity: "high", description: "The player shows nothing" });
  await world.settle();
  await carla().edits(wrote, "No va el canal 8");
  await world.settle();
  expect((await world.ticket()).description).toBe("The player shows nothing");
  expect(inside()[0]).toContain("No va el canal 8");
});

test("a deleted message is gone from everywhere, with title and files", async () => {
  const files = [{ name: "canary.log", content: "canary" }];
  const asked = await carla().writes("C0ACME", `${mention} mi clave es canary-1234`, { raw: true, files });
  await world.settle();
  await carla().edits(asked, "mi clave era canary-1234");
  await world.settle();
  await carla().deletes(asked);
  await world.settle();
  expect(await world.ticket()).toMatchObject({ title: "…", description: "" });
  expect(world.card().text).toMatch(inEnglish("message.deletedAt"));
  expect(inside().join()).toMatch(inEnglish("opening.deletedOnPlatform", { platform: "Slack", ticket: "T-1001" }));
  const kept = await world.database.rows(sql`
    select body::text as text from events union all select message::text from outbox union all
    select tickets::text from tickets union all select thread_messages::text from thread_messages union all select name from files`);
  for (const place of [await history(), world.card().text, JSON.stringify(kept)]) expect(place).not.toContain("canary");
});

test("earlier messages of the thread are edited and deleted in the same way", async () => {
  const root = await carla().writes("C0ACME", "Uso el canal 3");
  const secret = await carla().writes("C0ACME", "canary-1234", { thread: root.ts });
  const problem = await carla().writes("C0ACME", "No va", { thread: root.ts });
  await luis().reacts(problem);
  await world.settle();
  await carla().edits(root, "Uso el canal 8");
  await carla().deletes(secret);
  await world.settle();
  expect(inside()).toHaveLength(1);
  expect(inside()[0]).toMatch(inOrder("canal 8", inEnglish("message.deletedAt")));
  const kept = await world.database.rows(sql`
    select body::text as text from events union all select message::text from outbox union all
    select tickets::text from tickets union all select thread_messages::text from thread_messages`);
  for (const place of [...inside(), JSON.stringify(kept)]) expect(place).not.toContain("canary");
});
