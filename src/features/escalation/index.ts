export { alwaysEscalates } from "./breached-target.ts";
