import { afterEach, beforeEach, expect, test } from "vitest";
import { sayIn } from "../../src/i18n/say.ts";
import { useEmbedded } from "../support/database/database.ts";
import { startWorld, type World } from "../support/world.ts";

useEmbedded();

let world: World;
beforeEach(async () => {
  world = await startWorld("socket");
  for (let n = 1; n <= 11; n += 1) await world.opens({ title: `Canal ${n}`, description: "Teradek." });
});
afterEach(() => world.stop());

const luis = () => world.slack.user("U0LUIS");
const shown = (): string => luis().privates.at(-1)?.text ?? "";
const numbers = (): readonly string[] => [...new Set(shown().match(/T-\d+/g))];
const presses = async (label: string): Promise<void> => {
  await luis().presses("private", label);
  await world.settle();
};

test.each(["/desk acme unassigned", "/ticket list high", "/ticket find teradek"])(
  "Slack shows every ticket of %s once, page by page, and opens one",
  async (line) => {
    await luis().types("C0TRIAGE", line);
    await world.settle();
    const first = numbers();
    await world.slack.user("U0ANA").types("C0TRIAGE", `/ticket close ${first[0]?.slice(2)}`);
    await world.settle();
    await presses(sayIn("en")("list.next"));
    const second = numbers();
    expect([...first, ...second].toSorted()).toEqual(Array.from({ length: 11 }, (_, n) => `T-${1001 + n}`));
    await presses(sayIn("en")("list.openTicket", { ticket: second[0] ?? "" }));
    expect(shown()).toContain(`Canal ${Number(second[0]?.slice(2)) - 1000}`);
    expect(luis().complaints).toEqual([]);
  },
);
