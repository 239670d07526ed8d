import { expect, test } from "vitest";
import { historyCard } from "../../src/features/history/history-card.ts";
import { everyCardWithKeys } from "../cards/samples/every-card.ts";
import { everyForm } from "../cards/samples/every-form.ts";
import { audience, desk, now } from "../cards/samples/sample.ts";
import { events } from "../cards/samples/sample-events.ts";
import { cardCopy, formCopy, otherSentences, pageOf, withKeys } from "../support/drawn-copy.ts";

/**
 * The product copy as people read it, one page per language: cards, forms, and then the sentences that neither draws.
 * A changed sentence changes this page and no other test: `npx vitest run test/i18n/copy.test.ts -u`.
 */
test.each(audience)("the copy in $locale is the one that was reviewed", async (viewer) => {
  const [cards, onCards] = everyCardWithKeys(viewer);
  const [drawn, elsewhere] = withKeys(viewer.locale, () => [
    ...cards.map(([name, card]) => [name, cardCopy(card)] as const),
    // The history of every card above shows its newest lines only.
    ...Object.values(events)
      .flat()
      .map((event) => {
        const entry = { at: now, actor: event.by.kind === "clock" ? "" : event.by.name, event };
        return [`history ${event.type}`, cardCopy(historyCard(1042, [entry], { desk, viewer }))] as const;
      }),
    ...everyForm(viewer).map((form) => [`form ${form.action}`, formCopy(form)] as const),
  ]);
  const unused = otherSentences(viewer.locale, onCards.union(elsewhere));
  await expect(pageOf([...drawn, ["sentences elsewhere", unused]])).toMatchFileSnapshot(`copy/${viewer.locale}.txt`);
});
