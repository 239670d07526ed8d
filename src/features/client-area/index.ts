export { areaTicketCard } from "./area-ticket-card.ts";
export { linkMailCard, withAreaLink } from "./mails.ts";
export { promisedLine } from "./promised-line.ts";
