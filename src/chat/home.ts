import type { ChannelRef } from "../tickets/refs.ts";
import type { Card } from "./card.ts";
import type { Delivery, Pace } from "./delivery.ts";
import type { ChatUser } from "./inbound-event.ts";

/** A person looks at their home: a page of the bot that only this person sees. */
export interface HomeRequest {
  readonly by: ChatUser;
  /** Their direct messages with the bot. What they press on the home happens there. */
  readonly channel: ChannelRef;
  /** The platform's name for what the home shows now; null if it is unknown. */
  readonly shown: string | null;
}

/** The homes of a platform that has them. */
export interface HomePort {
  /** How fast the platform takes homes, over all people. */
  readonly pace: Pace;
  /** Adds what the request gives only by id: the person's name and workspace. */
  complete(request: HomeRequest): Promise<HomeRequest>;
  /**
   * Shows the card on the person's home. If `request.shown` is set and the home no longer shows that, the home does not change
   * and the failure is "try again".
   */
  publish(request: HomeRequest, card: Card): Promise<Delivery>;
}
