import { expect, test } from "vitest";
import { effects } from "../../../src/tickets/evolve.ts";
import { cast, given, opening, type Story } from "../../support/given.ts";
import { refusalOf, ticketOf } from "../../support/story.ts";

const { carla, oliver, luis } = cast;
const colleague = { ...carla, user: "slack:U0CARLOS", name: "Carlos" } as const;
const day = 24 * 60;

const good = { type: "rate", score: "good", comment: null } as const;
const bad = { type: "rate", score: "bad", comment: null } as const;
const solved = (): Story => given().when(carla, opening()).when(luis, { type: "resolve" }, 10);
const scoreOf = (story: Story) => ticketOf(story).rating?.given?.score ?? null;
const asked = (story: Story): readonly unknown[] =>
  story.events.flatMap((event) =>
    effects(event, ticketOf(story)).flatMap((effect) =>
      effect.type === "send" && effect.message.type === "statusChanged" && effect.message.asksRating ? [effect.to] : [],
    ),
  );

test("the customer is asked once, in the place of the conversation, and never again", () => {
  expect(asked(solved())).toEqual([{ kind: "conversation" }]);
  expect(asked(solved().when(carla, { type: "reopen" }, 20).when(luis, { type: "resolve" }, 30))).toHaveLength(1);
});

test("the first rating counts, and its author may change it for a day", () => {
  const once = solved().when(carla, good, 20);
  expect(scoreOf(once)).toBe("good");
  expect(refusalOf(once.when(colleague, bad, 21))).toEqual({ reason: "ratedAlready" });
  expect(refusalOf(once.when(carla, good, 21))).toEqual({ reason: "ratedAlready" });
  expect(scoreOf(once.when(carla, bad, 20 + day))).toBe("bad");
  expect(refusalOf(once.when(carla, bad, 21 + day))).toEqual({ reason: "ratedAlready" });
  const changed = once.when(carla, bad, 30);
  expect(refusalOf(changed.when(carla, good, 21 + day))).toEqual({ reason: "ratedAlready" });
});

test("sixty presses of good and bad in turn cause few messages in triage, and the rest is refused", () => {
  let story = solved();
  for (let press = 0; press < 60; press += 1) story = story.when(carla, press % 2 === 0 ? good : bad, 20 + press);
  const notified = story.events.flatMap((event) =>
    effects(event, ticketOf(story)).filter((effect) => effect.type === "send" && effect.message.type === "rated"),
  );
  expect(notified).toHaveLength(5);
  expect(refusalOf(story)).toEqual({ reason: "ratedAlready" });
});

test("a comment stays when the score changes, only its author replaces it, and triage reads each", () => {
  const commented = solved()
    .when(carla, good, 20)
    .when(carla, { ...good, comment: "Quick." }, 21);
  expect(ticketOf(commented).rating?.given).toMatchObject({ score: "good", comment: "Quick.", changes: 1 });
  expect(refusalOf(commented.when(colleague, { ...good, comment: "Mine." }, 22))).toEqual({ reason: "ratedAlready" });
  expect(refusalOf(commented.when(carla, { ...good, comment: "Quick." }, 22))).toEqual({ reason: "ratedAlready" });
  const changed = commented.when(carla, bad, 23);
  expect(ticketOf(changed).rating?.given).toMatchObject({ score: "bad", comment: "Quick." });
  const anew = changed.when(carla, { ...bad, comment: "Too late." }, 24);
  expect(ticketOf(anew).rating?.given?.comment).toBe("Too late.");
  const comments = anew.events.flatMap((event) =>
    effects(event, ticketOf(anew)).flatMap((effect) =>
      effect.type === "send" && effect.message.type === "rated" ? [[effect.to.kind, effect.message.comment]] : [],
    ),
  );
  expect(comments.map(([, comment]) => comment)).toEqual([null, "Quick.", null, "Too late."]);
  expect(comments.some(([kind]) => kind === "conversation")).toBe(false);
});

test("staff, strangers, and customers of an open ticket cannot rate", () => {
  expect(refusalOf(solved().when(luis, good, 20))).toEqual({ reason: "notAllowed" });
  expect(refusalOf(solved().when(oliver, good, 20))).toEqual({ reason: "noSuchTicket" });
  expect(refusalOf(given().when(carla, opening()).when(carla, good, 1))).toEqual({ reason: "nothingToRate" });
});
