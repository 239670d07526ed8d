export { didYouMeanCard } from "./did-you-mean-card.ts";
export { didYouMean } from "./did-you-mean.ts";
export { helpCard } from "./help-card.ts";
