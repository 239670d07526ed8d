export { customerHomeCard } from "./customer-home.ts";
export { staffHomeCard } from "./staff-home.ts";
