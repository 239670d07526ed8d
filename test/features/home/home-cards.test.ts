import { describe, expect, test } from "vitest";
import { platforms } from "../../../adapters/index.ts";
import { renderHome } from "../../../adapters/slack/outbound/render-card.ts";
import { createPaces } from "../../../src/delivery/homes/paces.ts";
import { judgeView } from "../../support/fake-slack/judge-blocks.ts";
import { homeCards } from "../../cards/samples/home-cards.ts";
import { tickets } from "../../cards/samples/sample-tickets.ts";
import { cardText } from "../../cards/samples/strings-of.ts";

const viewer = { locale: "en", timezone: "Europe/Madrid" } as const;
const all = Object.values(tickets);
/** Homes with the longest and oddest tickets of the sample. */
const homes = [homeCards(all, viewer), homeCards(all.slice(5), viewer), homeCards(all.toReversed(), viewer)].flat();

describe("a home", () => {
  test.each(homes)("is drawn within Slack's limits: %s", (_, card) => {
    const blocks = renderHome(card, ({ id }) => `https://example.com/${id}`);
    expect(blocks.length).toBeGreaterThan(3);
    expect(judgeView({ type: "home", blocks })).toEqual([]);
  });

  test("of an agent names the hours that nobody covers", () => {
    const text = cardText(homes.find(([name]) => name === "home of an agent")?.[1] ?? expect.fail("no home"));
    expect(text).toContain("Mon and Wed, 18:00–20:00");
    expect(text).toContain("Sun 18:00 – Mon 09:00");
  });

  test("of a customer names no agent but their account manager", () => {
    for (const [name, card] of homes.filter(([each]) => each.includes("customer") || each.includes("stranger")))
      expect(cardText(card), name).not.toMatch(/Luis Gil|Marta|\[Claim|Nobody yet/);
  });

  test("is offered where the manifest of the platform says so", () => {
    expect(platforms.filter(({ hasHome }) => hasHome).map(({ name }) => name)).toEqual(["slack"]);
  });
});

test("a pace lets a burst pass, then one at a time, for each key alone", () => {
  let now = 0;
  const paces = createPaces(() => now);
  const of = (key: string) => [[key, { burst: 2, everyMs: 1_000 }]] as const;
  const all3 = [...of("a"), ["all", { burst: 3, everyMs: 100 }]] as const;
  expect([paces.take(all3), paces.take(all3), paces.take(all3)]).toEqual([true, true, false]);
  expect(paces.opensAt(of("a"))).toBe(1_000);
  expect(paces.take(of("b"))).toBe(true);
  now = 999;
  expect(paces.take(of("a"))).toBe(false);
  now = 1_000;
  expect(paces.take(all3)).toBe(true);
  // A clock that is set back takes nothing away.
  now = 0;
  expect(paces.take(of("b"))).toBe(true);
});
