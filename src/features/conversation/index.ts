export { directGoneCard, elsewhereCard } from "./elsewhere-card.ts";
export { notifiesCustomer, withCustomerMention } from "./customer-mention.ts";
export { messageConsequence as whatBecomes } from "./reopening.ts";
export { isThanks, wordsOf } from "./thanks.ts";
