export { linkedCard, linksLine } from "./views.ts";
