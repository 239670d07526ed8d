import type { Instant } from "../../sla/instant.ts";
import type { CountedAct, CountedRead, Limit } from "../../tickets/limits.ts";

export type LimitRefusal =
  /**
   * A customer asked for more than the desk takes. `of`: whose limit, the person's or the account's. `told`: they were
   * told before and know until when.
   */
  | {
      readonly reason: "limited";
      readonly what: CountedAct;
      readonly of: "person" | "account";
      readonly limit: Limit;
      readonly until: Instant;
      readonly alreadyNotified: boolean;
    }
  /** A customer read more than the desk allows in this time. */
  | { readonly reason: "askedTooOften"; readonly what: CountedRead; readonly limit: Limit; readonly until: Instant };

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly limits: {
      readonly refusal: LimitRefusal;
    };
  }
}
