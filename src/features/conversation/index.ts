export { withCustomerMention } from "./customer-mention.ts";
export { whatBecomes } from "./reopening.ts";
export { isThanks } from "./thanks.ts";
