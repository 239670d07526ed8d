export { dueMissingCard } from "./due-missing-card.ts";
export { nextUpdateLine as newsLine, noUpdate as noNews, updateChoices, updateTimeField } from "./update-fields.ts";
export { updateTimeValues as newsValues } from "./update-values.ts";
