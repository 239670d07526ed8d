export { mayBeRequest } from "./is-request.ts";
export { becameOfUnticketed, unticketedCard } from "./unticketed-card.ts";
