export { collectedCard, collectedShown, emptyCollectedCard } from "./collected-card.ts";
