import { expect, test } from "vitest";
import { toIntent } from "../../src/requests/to-intent.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { types } from "../requests/inbound-events.ts";
import { desk } from "../cards/samples/sample.ts";
import { allowedMs, fastestRun } from "./fastest-run.ts";

const [some] = Object.values(desk.accounts);
if (some === undefined) throw new Error("the sample has no account");
const many: Desk = {
  ...desk,
  accounts: {
    ...desk.accounts,
    ...Object.fromEntries(
      Array.from({ length: 200 }, (_, at) => [
        `more${at}`,
        { ...some, key: `more${at}`, name: `Number ${at} of the Many`, channels: [], users: [] },
      ]),
    ),
  },
};

test.each(["carla", "luis"] as const)("a list request of 8,000 words delays %s's desk no longer than others", (who) => {
  const words = "acme ".repeat(8_000);
  for (const command of ["/ticket list", "/desk"])
    expect(
      fastestRun(() => toIntent(types(who, `${command} ${words}`), many), allowedMs),
      command,
    ).toBeLessThan(allowedMs);
});
