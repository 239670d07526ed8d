export { didYouMeanCard } from "./did-you-mean-card.ts";
export { didYouMean, didYouMeanOnDesk } from "./did-you-mean.ts";
export { helpCard } from "./help-card.ts";
