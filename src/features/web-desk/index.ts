export { signInCard, staffLinkCard } from "./requests.ts";
