export { dueMissingCard } from "./due-missing-card.ts";
export { newsLine, noNews, updateChoices, updateTimeField } from "./update-fields.ts";
export { newsValues } from "./update-values.ts";
