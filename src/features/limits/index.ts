export { collectedCard, collectedShown, emptyCollectedCard } from "./collected-card.ts";
export { countedAs, filesIn } from "./counted-acts.ts";
export { isReleasedBy, mayWaitCollected } from "./waits-collected.ts";
