export { explain } from "./explain.ts";
export { whyCard } from "./why-due.ts";
