import { z } from "zod";
import type { ChannelRef } from "../../tickets/refs.ts";
import type { Desk, Translated } from "../desk.ts";
import { inEveryLanguage, translated } from "../every-language.ts";
import { hinted } from "../editing/hint.ts";
import { expectation, expects } from "../expectation.ts";
import { keyedSection, type ReferenceFault, type NamedPath } from "../keyed-section.ts";
import { ref } from "../platform-ids.ts";
import { listOf, strict, text } from "../shapes.ts";

/** A part of the product, such as the player or payments. */
interface ProductArea {
  readonly key: string;
  readonly title: Translated;
  /** The keys of the agents who take turns with its tickets; empty: every agent of the desk. */
  readonly agents: readonly string[];
  /** The channel in which the technical team gets its tickets; null: the desk's own channels. */
  readonly tech: ChannelRef | null;
}

declare module "../desk.ts" {
  interface Desk {
    /** The areas of the product, in the order of the desk file. */
    readonly areas: Readonly<Record<string, ProductArea>>;
  }
}

const agentKey = hinted(z.string(expects("personKey")), { is: "key", of: "people" });
const titleExpected = expects("title", { most: 75 });
const titlesExpected = expects("titleByLanguage", { most: 75 });

const wrongAgents = ({ key, agents }: ProductArea, desk: Desk, named: NamedPath): readonly ReferenceFault[] => {
  const known = Object.values(desk.people).flatMap((person) => (person.roles.includes("agent") ? [person.key] : []));
  return agents.flatMap((agent, index) => {
    // A person whose own entry is faulty was left out of the desk.
    const isFaulty = !Object.hasOwn(desk.people, agent) && named.people.has(agent);
    if (known.includes(agent) || isFaulty) return [];
    const expected =
      known.length === 0 ? expectation("noAgent") : expectation("agentOf", { values: known.toSorted().join(", ") });
    return [{ path: ["areas", key, "agents", index], expected }];
  });
};

/** Internal messages must not go to a customer's channel, and a channel has one kind of cards. */
const wrongChannel = ({ key, tech }: ProductArea, { channels, accounts }: Desk): readonly ReferenceFault[] => {
  const path = ["areas", key, "tech"];
  if (channels.triage.some((each) => each === tech))
    return [{ path, expected: expectation("freeChannel", { place: "channels.triage" }) }];
  const owner = Object.values(accounts).find((account) => account.channels.some((each) => each === tech));
  return owner === undefined
    ? []
    : [{ path, expected: expectation("freeChannelIn", { place: `accounts.${owner.key}.channels` }) }];
};

/** The areas of the product. */
export const areas = keyedSection({
  expected: "areas",
  entry: strict({
    title: inEveryLanguage(text(titleExpected, /^\S(?:.{0,73}\S)?$/u), titlesExpected),
    agents: listOf(agentKey, expects("personKeys")).min(1, expects("someAgent")).optional(),
    tech: hinted(ref.optional(), { is: "channel" }),
  }),
  read: (key, { title, agents, tech }, locale): ProductArea => ({
    key,
    title: translated(title, locale),
    agents: agents ?? [],
    tech: tech === undefined ? null : (tech as ChannelRef),
  }),
  checks: (desk, named) =>
    Object.values(desk.areas).flatMap((area) => [...wrongAgents(area, desk, named), ...wrongChannel(area, desk)]),
});
