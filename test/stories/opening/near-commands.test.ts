import { afterEach, beforeEach, expect, test } from "vitest";
import { startStoryWorld, type StoryWorld } from "../../support/story-world/story-world.ts";
import { inSpanish } from "../../support/sentences.ts";
import { sayIn } from "../../../src/i18n/say.ts";

let world: StoryWorld;
beforeEach(async () => {
  world = await startStoryWorld("testchat");
});
afterEach(() => world.stop());

const luis = () => world.user("luis");
const carla = () => world.user("carla");

test("staff who type an unknown command are asked what they mean, and no form opens", async () => {
  for (const [line, suggested] of [
    ["claim 1012", "/ticket show 1012"],
    ["resolve 1014", "/ticket close 1014"],
    ["assign 1012 marta", "/ticket show 1012"],
    ["lst", "/ticket list"],
    ["search PayPal", "/ticket find"],
    ["close 1014 1018", "/ticket close 1018"],
    ["1012 claim", "/ticket show 1012"],
  ] as const) {
    await luis().types("triage", `/ticket ${line}`);
    expect(luis().seesForm(), line).toBeNull();
    expect(luis().privates.at(-1)?.text, line).toContain(suggested);
  }
});

test("a title that looked like a command opens the form by one press, with the same text", async () => {
  await luis().types("triage", "/ticket search PayPal");
  await luis().presses("private", sayIn("en")("form.ticketSubmit"));
  expect(luis().seesForm()?.initial["title"]).toBe("search PayPal");
});

test("a customer's misspelt command is asked about, and their title opens the form", async () => {
  await carla().types("acme", "/ticket lsit");
  expect(carla().seesForm()).toBeNull();
  expect(carla().privates.at(-1)?.text).toMatch(inSpanish("help.list"));
  await carla().presses("private", sayIn("es")("form.ticketSubmit"));
  expect(carla().seesForm()?.initial["title"]).toBe("lsit");
  await carla().types("acme", "/ticket my video is down");
  expect(carla().seesForm()?.initial["title"]).toBe("my video is down");
});

test("a bare number shows the ticket", async () => {
  await world.opens();
  for (const line of ["1001", "T-1001", "#1001"]) {
    await luis().types("triage", `/ticket ${line}`);
    await world.settle();
    expect(luis().privates.at(-1)?.text, line).toContain("El vídeo no se ve");
  }
});
