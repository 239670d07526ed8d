export { draftsCard } from "./drafts-card.ts";
export { weeklyDigestCard } from "./weekly-digest-card.ts";
export { goalAlertCard } from "./goal-alert-card.ts";
export type { GoalRecipient } from "./goal-alert-card.ts";
