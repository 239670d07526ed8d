import type { Attempts } from "../db/delivery/mark-attempts.ts";
import type { ClaimedCard, ClosedForCards } from "../db/delivery/claim-cards.ts";
import type { CardRow } from "../db/delivery/card-row.ts";
import type { ChannelRef, UserRef } from "../tickets/refs.ts";

/** The limits of the platforms, as the cards ask for them. */
export interface CardGate {
  /** Where nothing may be posted or edited now. */
  closedForCards(urgent: boolean): ClosedForCards;
  /** Counts a post or an edit if it may go now. */
  takeCard(place: ChannelRef | UserRef, isEdit: boolean, urgent: boolean): boolean;
}

/** The cards that go now, and what is to be written about all claimed cards before that. */
export interface CardBatch {
  readonly rows: readonly CardRow[];
  readonly attempts: Attempts;
}

/**
 * Decides which claimed cards go now, in the order of the claim. What the gate refuses is given back, and shows the newest state
 * when its turn comes. The rows keep the state from before the claim, so an earlier attempt without an outcome can be
 * seen.
 */
export const planCards = (claimed: readonly ClaimedCard[], gate: CardGate): CardBatch => {
  const rows = claimed
    .filter(({ row, place, urgent }) => gate.takeCard(place, row.ref !== null, urgent))
    .map(({ row }) => row);
  const sent = new Set(rows.map(({ id }) => id));
  return {
    rows,
    attempts: {
      sent: rows.map(({ id }) => ({ id, digest: null })),
      givenBack: claimed.flatMap(({ row }) => (sent.has(row.id) ? [] : [row.id])),
    },
  };
};
