export { agreedPart, customerHomeCard } from "./customer-home.ts";
export { gapLine } from "./gap-line.ts";
export { staffHomeCard } from "./staff-home.ts";
