export { ratingQuestion } from "./rating-question.ts";
