export {
  accountLabel,
  reportCard,
  reportHeading,
  rowText,
  type ShownDeskReport,
  type ShownRow,
} from "./report-card.ts";
export { outcomesOf, pictureText, reportPath } from "./report-path.ts";
export { basisText, forecastText, isLikely } from "./forecast-text.ts";
export { reportDocument, type PrintedFigures } from "./report-document.ts";
