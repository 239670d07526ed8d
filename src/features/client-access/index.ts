export { accessCard, inviterOf, withdrawButton } from "./access-card.ts";
export { invitationCard, invitedCard } from "./invitation-cards.ts";
export { rememberedCard, rememberOffer } from "./remember.ts";
export { managesAccess } from "./rules.ts";
