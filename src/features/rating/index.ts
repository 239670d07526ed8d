export { howToCarryOn, ratingQuestion } from "./rating-question.ts";
