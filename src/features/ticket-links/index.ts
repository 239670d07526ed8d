export { linkedCard, linksLine } from "./link-texts.ts";
