import type { Page } from "../../tickets/routes/notification-route.ts";

/** Staff record the time that consulting took. A negative number of minutes takes recorded time away. */
export interface TimeCommand {
  readonly type: "recordTime";
  readonly minutes: number;
  /** The day of the work in the account's zone, `2026-12-01`. */
  readonly day: string;
  /** For the staff only; null: none. */
  readonly note: string | null;
}

export type ConsultingEvent =
  /** The account manager is paged, because consulting is their task. */
  | { readonly type: "consultingRouted"; readonly page: readonly Page[] }
  | ({ readonly type: "timeRecorded" } & Omit<TimeCommand, "type">);

export type ConsultingRefusal =
  /** Time is recorded on consulting tickets only. */
  | { readonly reason: "notConsulting" }
  /** More time was to be taken away than is recorded. */
  | { readonly reason: "tooMuchTakenAway"; readonly minutes: number }
  | { readonly reason: "dayNotReached" };

declare module "../../tickets/ticket.ts" {
  interface FeatureFields {
    /** The minutes of consulting that staff recorded. */
    readonly consultingMinutes: number;
  }
}

declare module "../../tickets/messages.ts" {
  interface FeatureMessages {
    readonly consulting: {
      readonly command: TimeCommand;
      readonly event: ConsultingEvent;
      readonly refusal: ConsultingRefusal;
    };
  }
}
