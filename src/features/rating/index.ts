export { howToCarryOn, ratingChoices, ratingQuestion } from "./rating-question.ts";
