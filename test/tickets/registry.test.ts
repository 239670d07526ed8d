import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assignment } from "../../src/features/assignment/rules.ts";
import type { RatingCommand, RatingEvent } from "../../src/features/rating/messages.ts";
import { rating } from "../../src/features/rating/rules.ts";
import { permissions } from "../../src/tickets/permissions.ts";
import { commands, events, type CommandRules, type EventRules } from "../../src/tickets/registry.ts";
import type { FeatureRules } from "../../src/tickets/rules.ts";

/**
 * The compiler checks that the registry is complete. `npm run check` fails on each `@ts-expect-error` below that is no error any more.
 */
test("a missing rule is a type error", () => {
  const { rate, ...commandsWithoutRate } = commands;
  // @ts-expect-error a command without a rule
  const missingCommand: CommandRules = commandsWithoutRate;

  const { rated, ...eventsWithoutRated } = events;
  // @ts-expect-error an event without a rule
  const missingEvent: EventRules = eventsWithoutRated;

  const { permission, ...withoutPermission } = rate;
  // @ts-expect-error a command without a permission
  const missingPermission: CommandRules = { ...commands, rate: withoutPermission };

  const { decide, ...withoutDecide } = rate;
  // @ts-expect-error a command without `decide`
  const missingDecide: CommandRules = { ...commands, rate: withoutDecide };

  const { evolve, ...withoutEvolve } = rated;
  // @ts-expect-error an event without `evolve`
  const missingEvolve: EventRules = { ...events, rated: withoutEvolve };

  const { effects, ...withoutEffects } = rated;
  // @ts-expect-error an event without `effects`
  const missingEffects: EventRules = { ...events, rated: withoutEffects };

  // @ts-expect-error a feature that lacks the rule of one of its own events
  const missingInFeature: FeatureRules<RatingCommand, RatingEvent> = { commands: rating.commands, events: {} };

  // @ts-expect-error the rule of one command in the place of another
  const swapped: CommandRules = { ...commands, assign: rate };

  // The registry holds the features' own rules.
  expect([commands.rate, commands.claim]).toEqual([rating.commands.rate, assignment.commands.claim]);
  expect([missingCommand, missingEvent, missingInFeature, swapped]).toHaveLength(4);
  expect([missingPermission, missingDecide, missingEvolve, missingEffects]).toHaveLength(4);
  expect([permission, decide, evolve, effects]).not.toContain(undefined);
});

const folder = join(import.meta.dirname, "../../src/features");

interface Part {
  readonly commands?: object;
  readonly events?: object;
  readonly reads?: object;
}

/** The exports of the `rules.ts` of every feature folder, even of one that the registry lacks. */
const everyFeature = async (): Promise<readonly Part[]> => {
  const indexes = readdirSync(folder)
    .map((name) => join(folder, name, "rules.ts"))
    .filter((path) => existsSync(path));
  const modules = await Promise.all(
    indexes.map(async (path) => (await import(path)) as Readonly<Record<string, Part>>),
  );
  return modules.flatMap((module) => Object.values(module));
};

test("every feature is in the registry, and no two features have a rule of the same name", async () => {
  const features = await everyFeature();
  const named = (part: keyof Part): readonly string[] => features.flatMap((each) => Object.keys(each[part] ?? {}));
  expect(named("commands").toSorted()).toEqual(Object.keys(commands).toSorted());
  expect(named("events").toSorted()).toEqual(Object.keys(events).toSorted());
  expect([...named("commands"), ...named("reads")].toSorted()).toEqual(Object.keys(permissions).toSorted());
});
