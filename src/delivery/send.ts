import type { Card, MessageRef } from "../chat/card.ts";
import {
  type Attempt,
  type Delivery,
  type DeliveryFailure,
  otherReaders,
  reasonForStaff,
  recipientGone,
} from "../chat/delivery.ts";
import type { CardRow } from "../db/delivery/card-row.ts";
import { readCard } from "../db/delivery/card-store.ts";
import { claimRanOut, mayCall, type Lease } from "../db/delivery/lease.ts";
import type { HandedOver, OutboxTarget } from "../db/schema/rows.ts";
import { readTicket } from "../db/ticket-store.ts";
import type { Desk } from "../desk/desk.ts";
import type { Audience } from "../tickets/effect.ts";
import { whyConversationLeft } from "../tickets/conversation-place.ts";
import { platformOf, staysWithin, type ChannelRef, type Place, type UserRef } from "../tickets/refs.ts";
import type { WorkDeps } from "../jobs/deps.ts";
import type { PlatformsElsewhere } from "./served-elsewhere.ts";

/** The lease ran out before the call, so the platform was not asked. */
export const notAsked: DeliveryFailure = { kind: "tryAgain", why: claimRanOut };

/** The delivery where the lease ran out before the call. The process that has the row next makes the call. */
export const tooLate: Delivery = { ok: false, failure: notAsked };

/**
 * The outcome; `withheld`: other people would read the message than it was written for. `failedElsewhere` says why the
 * identities that were tried before failed.
 */
export type Sent =
  | (Extract<Delivery, { ok: true }> & { readonly failedElsewhere?: string })
  /** `handOver`: another process can try another place. */
  | (Extract<Delivery, { ok: false }> & { readonly handOver?: HandedOver; readonly withheld?: true });

/** One message to be sent: how it is rendered for an audience, and the lease under which the call is made. */
interface Sending {
  readonly deps: WorkDeps;
  readonly desk: Desk;
  readonly attempt: Attempt;
  readonly lease: Lease;
  /** Who may read it, if a person wrote it for them. */
  readonly writtenFor: Place | null;
  readonly render: (audience: Audience) => Card;
  readonly others: PlatformsElsewhere;
  readonly handedOver: HandedOver | null;
}

/** Where a message goes: a target of the outbox, or a channel, for what is about no ticket. */
type SendTarget =
  | OutboxTarget
  | { readonly kind: "channel"; readonly channel: ChannelRef }
  /** A message that was posted before and is to show something else. */
  | { readonly kind: "message"; readonly ref: MessageRef };

/** Delivers to a target: below a card, or to a person on the first of their identities that works. */
export const sendFirst = async (sending: Sending, target: SendTarget): Promise<Sent> => {
  switch (target.kind) {
    case "nowhere":
      return recipientGone("the ticket has no card to post it below");
    case "card":
      return belowCard(sending, target.card);
    case "person":
      return toPerson(sending, target.person);
    case "email":
      return toEmail(sending, target.person);
    case "contact":
      return toContact(sending, target.user);
    case "channel":
      return toChannel(sending, target.channel);
    case "message":
      return toMessage(sending, target.ref);
  }
};

const countedDelivery = (deps: WorkDeps, platform: string, delivery: Delivery): Delivery => {
  deps.metrics.delivered(platform, delivery.ok ? "ok" : delivery.failure.kind);
  return delivery;
};

const belowCard = async ({ deps, desk, attempt, lease, render, writtenFor }: Sending, id: number): Promise<Sent> => {
  const card = await readCard(deps.database.db, id);
  if (card === null || card.ref === null || card.goneAt !== null || card.side === "collected")
    return recipientGone(card?.why ?? "the card no longer exists");
  const left = card.side === "conversation" ? await leftPlace(deps, desk, card) : null;
  if (left !== null) return recipientGone(left);
  if (card.side === "conversation" && writtenFor !== null && !staysWithin(writtenFor, card.place))
    return { ...recipientGone(otherReaders), withheld: true };
  const port = deps.ports.get(platformOf(card.ref.channel));
  if (port === undefined)
    return { ok: false, failure: { kind: "installBroken", why: `${platformOf(card.ref.channel)} is not switched on` } };
  if (!mayCall(lease, deps.now())) return tooLate;
  const audience: Audience = { kind: card.side === "triage" ? "internal" : card.side };
  const below = { channel: card.ref.channel, thread: card.ref.thread ?? card.ref.id };
  return countedDelivery(deps, platformOf(card.ref.channel), await port.post(below, render(audience), attempt));
};

/** Why a conversation's place must not be written to: its people lost their rights. Null if it may. */
const leftPlace = async (
  { database }: WorkDeps,
  desk: Desk,
  { ticket: number, place }: CardRow,
): Promise<string | null> => {
  const ticket = await readTicket(database.db, number);
  return ticket === null ? null : whyConversationLeft(ticket, place, desk);
};

const toEmail = async ({ deps, desk, attempt, lease, render }: Sending, key: string): Promise<Delivery> => {
  const address = desk.people[key]?.email ?? null;
  const port = deps.ports.get("email");
  if (address === null) return recipientGone("the person has no e-mail address", `${key} has no e-mail address`);
  if (port === undefined) return recipientGone("e-mail is not switched on");
  if (!mayCall(lease, deps.now())) return tooLate;
  return countedDelivery(
    deps,
    "email",
    await port.tell(`email:${address}`, render({ kind: "email", person: key }), attempt),
  );
};

const toChannel = async ({ deps, attempt, lease, render }: Sending, channel: ChannelRef): Promise<Delivery> => {
  const platform = platformOf(channel);
  const port = deps.ports.get(platform);
  if (port === undefined)
    return { ok: false, failure: { kind: "installBroken", why: `${platform} is not switched on` } };
  if (!mayCall(lease, deps.now())) return tooLate;
  return countedDelivery(deps, platform, await port.post({ channel }, render({ kind: "internal" }), attempt));
};

/** Shows something else in a message. Repeating it changes nothing, so its outcome is never in doubt. */
const toMessage = async ({ deps, lease, render }: Sending, ref: MessageRef): Promise<Delivery> => {
  const platform = platformOf(ref.channel);
  const port = deps.ports.get(platform);
  if (port === undefined)
    return { ok: false, failure: { kind: "installBroken", why: `${platform} is not switched on` } };
  if (!mayCall(lease, deps.now())) return tooLate;
  return countedDelivery(deps, platform, await port.edit(ref, render({ kind: "internal" })));
};

/** A copy for a contact of the client area. A repeated attempt stores it once, and tells the contact of it once. */
const toContact = async ({ deps, attempt, lease, render }: Sending, user: UserRef): Promise<Delivery> => {
  const port = deps.ports.get(platformOf(user));
  if (port === undefined)
    return { ok: false, failure: { kind: "installBroken", why: `${platformOf(user)} is not switched on` } };
  if (!mayCall(lease, deps.now())) return tooLate;
  return countedDelivery(deps, platformOf(user), await port.tell(user, render({ kind: "conversation" }), attempt));
};

/**
 * Tries a person's identities one after the other. An identity on another process's platform is left to that process,
 * with the failures so far. An identity on a platform that is away comes last.
 */
const toPerson = async (sending: Sending, key: string): Promise<Sent> => {
  const { deps, desk, attempt, lease, render, others, handedOver } = sending;
  const person = desk.people[key];
  const failed = [...(handedOver?.failed ?? [])];
  const known = (person?.identities ?? []).filter(
    (user) => deps.ports.has(platformOf(user)) || others.all.includes(platformOf(user)),
  );
  const left = inTurn(
    known.filter((user) => !failed.some(({ at }) => at === user)),
    { others, handedOver },
  );
  for (const [index, user] of left.entries()) {
    const platform = platformOf(user);
    const port = deps.ports.get(platform);
    const why = failed.map((each) => each.why).join("; ");
    if (port === undefined)
      return { ok: false, failure: { kind: "recipientGone", why }, handOver: { next: user, failed } };
    if (!mayCall(lease, deps.now())) return tooLate;
    const delivery = countedDelivery(
      deps,
      platform,
      await port.tell(user, render({ kind: "person", person: key }), attempt),
    );
    if (delivery.ok)
      return failed.length === 0
        ? delivery
        : { ...delivery, failedElsewhere: failed.map(({ forStaff }) => forStaff).join("; ") };
    const { failure } = delivery;
    const on = (reason: string): string => (known.length === 1 ? reason : `${platform}: ${reason}`);
    failed.push({ at: user, why: on(failure.why), forStaff: on(reasonForStaff(failure)) });
    const mayTryNext = failure.kind === "recipientGone" || failure.kind === "installBroken";
    if (index === left.length - 1 || !mayTryNext) return failedWith(failure, failed);
  }
  if (failed.length > 0) return failedWith({ kind: "recipientGone", why: "" }, failed);
  return person === undefined
    ? recipientGone("the person is not on the desk any more", `${key} is not on the desk any more`)
    : recipientGone(
        "the person has no identity on a platform that is switched on",
        `${key} has no identity on a platform that is switched on`,
      );
};

/** The identities in the order in which they are tried: the one that was handed over, then those in reach. */
const inTurn = (
  identities: readonly UserRef[],
  { others, handedOver }: Pick<Sending, "others" | "handedOver">,
): readonly UserRef[] => {
  const rank = (user: UserRef): number => {
    if (user === handedOver?.next) return 0;
    return others.away.includes(platformOf(user)) ? 2 : 1;
  };
  return identities.toSorted((one, other) => rank(one) - rank(other));
};

/** The last failure, with the reasons of all that were tried. */
const failedWith = (failure: DeliveryFailure, failed: HandedOver["failed"]): Extract<Delivery, { ok: false }> => ({
  ok: false,
  failure: {
    ...failure,
    why: failed.map(({ why }) => why).join("; "),
    forStaff: failed.map(({ forStaff }) => forStaff).join("; "),
  },
});
