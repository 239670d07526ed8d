export { callCard } from "./call-card.ts";
export { callWantedCard } from "./call-wanted-card.ts";
export { calledButton } from "./called-button.ts";
export { phoneFor, whyNoCall } from "./request-call.ts";
