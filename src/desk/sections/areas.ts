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

const wrongAgents = (desk: Desk, named: NamedPath) => {
  const known = Object.values(desk.people).flatMap((person) => (person.roles.includes("agent") ? [person.key] : []));
  const has = new Set(known);
  const expected =
    known.length === 0 ? expectation("noAgent") : expectation("agentOf", { values: known.toSorted().join(", ") });
  return ({ key, agents }: ProductArea): readonly ReferenceFault[] =>
    agents.flatMap((agent, index) => {
      // A person whose own entry is faulty was left out of the desk.
      const isFaulty = !Object.hasOwn(desk.people, agent) && named.people.has(agent);
      return has.has(agent) || isFaulty ? [] : [{ path: ["areas", key, "agents", index], expected }];
    });
};

/** Internal messages must not go to a customer's channel, and a channel has one kind of cards. */
const wrongChannel = ({ channels, accounts }: Desk) => {
  // The first account that names a channel comes last, so that it is the one that stays.
  const owners = new Map(
    Object.values(accounts)
      .toReversed()
      .flatMap((account) => account.channels.map((each) => [each, account.key] as const)),
  );
  return ({ key, tech }: ProductArea): readonly ReferenceFault[] => {
    if (tech === null) return [];
    const path = ["areas", key, "tech"];
    if (channels.triage.includes(tech))
      return [{ path, expected: expectation("freeChannel", { place: "channels.triage" }) }];
    const owner = owners.get(tech);
    return owner === undefined
      ? []
      : [{ path, expected: expectation("freeChannelIn", { place: `accounts.${owner}.channels` }) }];
  };
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
  checks: (desk, named) => {
    const [wrongAgentsOf, wrongChannelOf] = [wrongAgents(desk, named), wrongChannel(desk)];
    return Object.values(desk.areas).flatMap((area) => [...wrongAgentsOf(area), ...wrongChannelOf(area)]);
  },
});
