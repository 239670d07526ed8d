import { everyStaff, staffAndOwnCustomer, type FeatureReads } from "../../tickets/rules.ts";

/** `pressButton`: the buttons of the staff's cards. The customers' buttons go by the command behind them. */
export const ticketCards = { reads: { show: staffAndOwnCustomer, pressButton: everyStaff } } satisfies FeatureReads;
