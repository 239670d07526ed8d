export { techCard } from "./tech-card.ts";
export { techLine } from "./tech-line.ts";
