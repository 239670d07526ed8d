export { digestCard } from "./digest-card.ts";
export { inDigests } from "./digests.ts";
export { clockOf, whyObsolete } from "./obsolete.ts";
export { rerouteNotification as noticeAround } from "./reminder-notifications.ts";
