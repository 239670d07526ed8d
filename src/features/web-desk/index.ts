export { signInCard } from "./requests.ts";
