export { withAssigneeMention } from "./assignee-mention.ts";
export { notifyCard } from "./notify-card.ts";
