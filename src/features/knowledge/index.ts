export { matchingArticles } from "./matching-articles.ts";
export { articlesCard, manualSolvedPart, whichTicketCard } from "./offer-card.ts";
