export { manualSolvedPart } from "./manual-solved-part.ts";
export { matchingArticles } from "./matching-articles.ts";
export { articlesCard, whichTicketCard } from "./offer-card.ts";
