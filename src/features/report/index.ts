export { reportCard, reportHeading, rowText, type ShownDeskReport, type ShownRow } from "./report-card.ts";
export { scopeName, severityName } from "./report-names.ts";
export { countChange, flowPartName, lengthBefore, lengthText, shareChange, shareMet } from "./report-texts.ts";
export { outcomesOf, pictureText, reportPath, type ReportForm } from "./report-path.ts";
export { basisText, clockForecastText, forecastText, isLikely } from "./forecast-text.ts";
export { reportDocument, type PrintedReport } from "./report-document.ts";
