export { consultingCard } from "./consulting-card.ts";
