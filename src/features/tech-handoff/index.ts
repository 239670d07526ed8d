export { techCard, techLine, techPartOnPage } from "./tech-card.ts";
