export { accessCard, inviterOf, managingButton, seeingButton, withdrawButton, withdrawnCard } from "./access-card.ts";
export { invitationCard, invitedCard } from "./invitation-cards.ts";
export { rememberedCard, rememberOffer } from "./remember.ts";
export { isAccessManager, managesAccess } from "./rules.ts";
