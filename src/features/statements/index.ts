export { areaStatementPath, areaStatementsPath, statementFileName, statementPath, statementsPath } from "./paths.ts";
export { statementNoticeCard } from "./notice-card.ts";
export { asSentenceText, isTooLong, longestSentence, mayWriteStatement } from "./writing.ts";
