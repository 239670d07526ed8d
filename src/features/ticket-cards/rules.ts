import { everyStaff, staffAndOwnCustomer, type FeatureReads } from "../../tickets/rules.ts";

/** `pressButton`: the buttons on staff cards. Customers' buttons need the permission of their command. */
export const ticketCards = { reads: { show: staffAndOwnCustomer, pressButton: everyStaff } } satisfies FeatureReads;
