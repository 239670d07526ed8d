export { welcomeCard } from "./welcome-card.ts";
