export { inPost } from "./requests.ts";
export { describedPart, openingParts as openingWords } from "./opening-parts.ts";
export { accountField, openForButton, ticketForm } from "./ticket-form.ts";
export { type SourceMessage, earlierIn, openingFrom, openingMessageFrom as wroteFrom } from "./ticket-from-message.ts";
