import type { Desk, SupportPlan } from "../../../src/desk/desk.ts";
import type { Clock } from "../../../src/sla/clock.ts";
import { severities } from "../../../src/sla/severity.ts";
import { decide } from "../../../src/tickets/decide.ts";
import type { Event } from "../../../src/tickets/messages.ts";
import type { TicketState } from "../../../src/tickets/ticket.ts";
import { follow, noClocks } from "../../support/clocks/all-clocks.ts";
import { cast, opening } from "../../support/given.ts";
import { sampleDesk, termsIn } from "../../support/sample-desk.ts";
import {
  modelGrace,
  modelTargets,
  type ModelAccount,
  type ModelEdition,
  type ModelSeverity,
} from "./reference-clocks.ts";
import type { Act } from "./reference-model.ts";
import { modelOther, type ModelWorld } from "./reference-time.ts";

export const { carla, luis, tom, clock } = cast;

const { acme, northwind } = sampleDesk.accounts;
if (acme === undefined || northwind === undefined) throw new Error("no accounts");

const planOf = (key: string, account: ModelAccount, edition: ModelEdition): SupportPlan => {
  const targets = modelTargets[edition][account];
  return {
    key,
    calendar: account,
    terms: termsIn(account, { ...targets, critical: targets.high }),
    phone: [],
    escalate: "broken",
    attainment: {},
    watch: null,
  };
};

/** The channel belongs to no account, so that the ticket may go to either account. */
export const deskIn = ({ calendar }: ModelWorld, edition: ModelEdition): Desk => ({
  ...sampleDesk,
  calendars: { acme: calendar, other: modelOther },
  plans: { premium: planOf("premium", "acme", edition), standard: planOf("standard", "other", edition) },
  accounts: { acme: { ...acme, channels: [] }, other: { ...northwind, key: "other", channels: [] } },
  ladder: [
    ...sampleDesk.ladder,
    ...[50, 80, 100].map((percent) => ({
      when: { by: "used", percent } as const,
      tell: ["tech" as const],
      email: [],
      mention: null,
      severities,
      clocks: ["tech" as const],
    })),
  ],
  grace: modelGrace,
});

/** The input of the reference model: the accepted actions. */
export interface Model {
  readonly world: ModelWorld;
  acts: Act[];
  severity: ModelSeverity;
  now: number;
}

/** The product: a ticket, every clock it ever had, its events, and whether the action was accepted. */
export interface Real {
  desk: Desk;
  state: TicketState;
  clocks: ReadonlyMap<string, Clock>;
  events: Event[];
}

/** A ticket that was opened just now. */
export const begunIn = (within: ModelWorld, severity: ModelSeverity): Real => {
  const desk = deskIn(within, "first");
  const decision = decide(null, { ...opening(severity), by: carla, at: within.openedAt }, desk);
  if (!decision.ok) throw new Error("not opened");
  const { state, clocks } = decision.events.reduce(follow, noClocks);
  if (state === null) throw new Error("not opened");
  return { desk, state, clocks, events: [...decision.events] };
};
