import { errorKind } from "../../chat/error-kind.ts";
import type { HomePort, HomeRequest } from "../../chat/home.ts";
import { createWarnOncePerMinute } from "../../chat/refusals.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Step, WorkDeps } from "../../jobs/deps.ts";
import type { Instant } from "../../sla/instant.ts";
import { platformOf, type UserRef } from "../../tickets/refs.ts";
import { backoff } from "../backoff.ts";
import { drawHome } from "./draw-home.ts";
import { createPaces } from "./paces.ts";
import { createWatchedHomes } from "./watched-homes.ts";
import { dropOldest } from "../../chat/bounded-map.ts";

/** The homes that people of this process asked for. Nothing is stored: a home that is lost is drawn when it is opened again. */
export interface Homes {
  /** Asks for a home. Several requests of a person before it is drawn become one. */
  readonly ask: (request: HomeRequest) => void;
  /**
   * Asks for the homes of the people who are no longer staff in this desk, each once while they are not. Until then their
   * homes show what they saw as staff.
   */
  readonly askFormerStaff: (desk: Pick<Desk, "former">) => void;
  /** A ticket or the desk changed: the homes that people opened lately are drawn again, and published if they differ. */
  readonly changed: () => void;
  readonly step: Step;
  /** When the next home may be published; null if none waits. */
  readonly opensAt: () => Instant | null;
  /** `listener` is called when a home is asked for. */
  readonly onAsked: (listener: () => void) => void;
}

interface Waiting {
  readonly request: HomeRequest;
  readonly notBefore: Instant;
  readonly tries: number;
  /** Only a change asks for it, so it is not published if it would show the same. */
  readonly follows: boolean;
}

/** More people than this do not wait: the first one of them is dropped, and sees their home when they open it again. */
const mostWaiting = 1_000;
/** A home that fails so often is given up. */
const tryLimit = 4;
/** How fast one person gets their own home again: enough for pressing one button after the other. */
const pacePerPerson = { burst: 5, everyMs: 2_000 };

/** Creates the queue of homes, and the step that draws and publishes them. `calm`: requests of people come first. */
export const createHomes = (deps: WorkDeps, calm: () => Promise<void>): Homes => {
  const { ports, now, log } = deps;
  const waiting = new Map<UserRef, Waiting>();
  const warn = createWarnOncePerMinute(log, now);
  const paces = createPaces(now);
  const watched = createWatchedHomes(now);
  let asked = (): void => {};

  const portOf = ({ channel }: HomeRequest): HomePort | null => ports.get(platformOf(channel))?.home ?? null;

  /** Tries a failed request again, unless a newer one of this person waits: that one is drawn from newer data. */
  const again = (user: UserRef, next: Waiting): void => {
    if (!waiting.has(user) && next.tries < tryLimit) waiting.set(user, next);
  };

  const publish = async (user: UserRef, { request, tries, follows }: Waiting, home: HomePort): Promise<void> => {
    const later = {
      follows,
      request: { ...request, shown: null },
      tries: tries + 1,
      notBefore: backoff(now(), tries),
    };
    try {
      const complete = await home.complete(request);
      watched.drawing(complete, !follows);
      const card = await drawHome(deps, complete);
      if (follows && watched.shows(user, card)) return;
      const delivery = await home.publish(complete, card);
      const since = waiting.get(user);
      // What the platform said before this publication is out of date.
      if (since !== undefined) waiting.set(user, { ...since, request: { ...since.request, shown: null } });
      if (delivery.ok) return watched.published(user, card);
      const { failure } = delivery;
      // The home shows something newer than the request knew, so it is drawn anew at once.
      if (failure.kind === "tryAgain") return again(user, tries === 0 ? { ...later, notBefore: now() } : later);
      if (failure.kind === "waitUntil") return again(user, { ...later, tries, notBefore: failure.until });
      warn(`home ${failure.why}`, { platform: platformOf(user), err: failure.why }, "home.unpublished");
    } catch (error) {
      warn(`home ${errorKind(error)}`, { platform: platformOf(user), err: error }, "home.failed");
      again(user, later);
    }
  };

  let formerStaff: ReadonlySet<UserRef> = new Set();

  const ask = (request: HomeRequest): void => {
    if (portOf(request) === null) return;
    const { user } = request.by;
    const before = waiting.get(user);
    waiting.set(user, { request, notBefore: before?.notBefore ?? 0, tries: before?.tries ?? 0, follows: false });
    dropOldest(waiting, mostWaiting);
    asked();
  };

  return {
    ask,
    askFormerStaff: ({ former }) => {
      const left = former.staff.filter((user) => !formerStaff.has(user));
      formerStaff = new Set(former.staff);
      // Their direct messages are not known. When they open their home, the platform names them.
      for (const user of left) ask({ by: { user, name: "" }, channel: user, shown: null });
    },
    changed: () => {
      watched.changed();
      asked();
    },
    step: async () => {
      let done = 0;
      for (const request of watched.due())
        if (!waiting.has(request.by.user))
          waiting.set(request.by.user, { request, notBefore: 0, tries: 0, follows: true });
      for (const [user, next] of waiting) {
        const home = portOf(next.request);
        if (next.notBefore > now()) continue;
        if (
          home !== null &&
          !paces.take([
            [platformOf(user), home.pace],
            [user, pacePerPerson],
          ])
        )
          continue;
        waiting.delete(user);
        if (home === null) continue;
        await calm();
        await publish(user, next, home);
        done += 1;
      }
      return done;
    },
    opensAt: () => {
      const times = [...waiting].map(([user, { request, notBefore }]) => {
        const home = portOf(request);
        return home === null
          ? notBefore
          : Math.max(
              notBefore,
              paces.opensAt([
                [platformOf(user), home.pace],
                [user, pacePerPerson],
              ]),
            );
      });
      const change = watched.opensAt();
      const all = change === null ? times : [...times, change];
      return all.length === 0 ? null : Math.min(...all);
    },
    onAsked: (listener) => {
      asked = listener;
    },
  };
};
