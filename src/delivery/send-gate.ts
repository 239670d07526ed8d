import type { Gate } from "../db/delivery/claim-outbox.ts";
import type { Desk } from "../desk/desk.ts";
import { platformOf, type UserRef } from "../tickets/refs.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import type { Limiter } from "./limiter.ts";

/**
 * The limiter as the outbox asks it: by people and cards. Mail and what reaches nobody pass. `urgentOnly`: nothing else goes
 * just now.
 */
export const sendGateFor = (
  { ports }: Pick<WorkDeps, "ports">,
  desk: Desk,
  limiter: Limiter,
  urgentOnly: boolean,
): Gate => {
  /** Where somebody is told: the first of their identities that works. */
  const placeOf = (person: string): UserRef | undefined =>
    desk.people[person]?.identities.find((identity) => ports.has(platformOf(identity)));
  return {
    urgentOnly,
    closed: (urgent) => {
      const shut = new Set(limiter.shut(urgent));
      const isShut = (place: UserRef | undefined): boolean =>
        place !== undefined && (shut.has(place) || shut.has(platformOf(place)));
      return {
        people: shut.size === 0 ? [] : Object.keys(desk.people).filter((key) => isShut(placeOf(key))),
        channels: [...shut].filter((key) => key.includes(":")),
        platforms: [...shut].filter((key) => !key.includes(":")),
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
