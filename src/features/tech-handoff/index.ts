export { techCard, techLine } from "./tech-card.ts";
