export { awayCard } from "./away-card.ts";
