export { matchingArticles } from "./matching-articles.ts";
export { articlesCard, manualSolvedPart, openInsteadCard, whichTicketCard } from "./offer-card.ts";
