export { explain } from "./explain.ts";
export { type ExplainedTicket, whyCard, whyDue } from "./why-due.ts";
