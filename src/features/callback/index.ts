export { callCard } from "./call-card.ts";
export { callWantedCard } from "./call-wanted-card.ts";
export { calledButton } from "./called-button.ts";
export { phoneFor } from "./phone-for.ts";
export { whyNoCall } from "./request-call.ts";
