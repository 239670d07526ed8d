export { digestCard } from "./digest-card.ts";
export { inDigests } from "./digests.ts";
export { clockOf, whyObsolete } from "./obsolete.ts";
export { noticeAround } from "./reminder-notifications.ts";
