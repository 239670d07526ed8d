import type { ClosedLanes } from "../db/delivery/claim-outbox.ts";
import type { OutboxTarget } from "../db/schema/rows.ts";
import type { Desk } from "../desk/desk.ts";
import { platformOf, type ChannelRef, type UserRef } from "../tickets/refs.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import type { Limiter } from "./limiter.ts";

/** The limits of the platforms, as the outbox asks for them: by people and cards. */
export interface SendGate {
  closed(urgent: boolean): ClosedLanes;
  /** How many messages may go to a person now. */
  room(person: string, urgent: boolean): number;
  /** Counts a message if it may go now. `channel`: the channel of the card below which it goes. */
  take(target: OutboxTarget, channel: ChannelRef | null, urgent: boolean): boolean;
}

/** Creates the gate. E-mail has no limit here, nor has a message without a place. */
export const sendGateFor = (
  { ports }: Pick<WorkDeps, "ports">,
  { desk, limiter }: { readonly desk: Desk; readonly limiter: Limiter },
): SendGate => {
  /** Where a person gets direct messages: the first of their identities on a platform that is switched on. */
  const placeOf = (person: string): UserRef | undefined =>
    desk.people[person]?.identities.find((identity) => ports.has(platformOf(identity)));
  return {
    closed: (urgent) => {
      const full = new Set(limiter.shut(urgent));
      const isFull = (place: UserRef | undefined): boolean =>
        place !== undefined && (full.has(place) || full.has(platformOf(place)));
      return {
        people: full.size === 0 ? [] : Object.keys(desk.people).filter((key) => isFull(placeOf(key))),
        channels: [...full].filter((key) => key.includes(":")),
        platforms: [...full].filter((key) => !key.includes(":")),
      };
    },
    room: (person, urgent) => {
      const place = placeOf(person);
      return place === undefined ? Number.POSITIVE_INFINITY : limiter.room(place, urgent);
    },
    take: (target, channel, urgent) => {
      const place = target.kind === "person" ? placeOf(target.person) : target.kind === "card" ? channel : null;
      return place == null || limiter.take(place, urgent);
    },
  };
};
