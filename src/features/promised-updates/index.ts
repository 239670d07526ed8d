export { dueMissingCard } from "./due-missing-card.ts";
export { newsLine } from "./news-line.ts";
export { noNews, updateChoices, updateTimeField } from "./update-fields.ts";
export { newsValues } from "./update-values.ts";
