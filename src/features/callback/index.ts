export { callCard } from "./call-card.ts";
export { callWantedCard, calledButton } from "./call-wanted-card.ts";
export { phoneFor, whyNoCall } from "./request-call.ts";
