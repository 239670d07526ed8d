import { expect, test } from "vitest";
import { limitsOf } from "../../src/desk/limits-of.ts";
import { minutes } from "../support/given.ts";

test("the period that counts strangers' tickets is a setting of the desk", () => {
  const written = { strangers: { cards: 7, within: "PT1H" } };
  expect(limitsOf(written).strangers).toEqual({ most: 7, withinMs: 60 * minutes });
});
