import type { Event } from "../../tickets/messages.ts";

/** What support and the technical team wrote to each other, and the same event without it; null for other events. */
const techText = (event: Event): { readonly text: string; readonly without: Event } | null => {
  switch (event.type) {
    case "techAsked":
      return { text: event.need, without: { ...event, need: "" } };
    case "techMessaged":
    case "techCommented":
      return { text: event.text, without: { ...event, text: "" } };
    case "techReturned":
      return { text: event.findings, without: { ...event, findings: "" } };
    default:
      return null;
  }
};

/** The event whose line introduces the whole text of this one. The line of a message of the technical team ends where the text begins. */
export const withoutTechText = (event: Event): Event => techText(event)?.without ?? event;

/** The whole text of an internal note, of a message between support and the technical team, or of a rating's comment. */
export const internalText = (event: Event): string | null => {
  const tech = techText(event);
  if (tech !== null) return tech.text || null;
  const isNote = event.type === "noted" || (event.type === "messageEdited" && event.kind === "noted");
  return event.type === "rated" ? event.comment : isNote ? event.text || null : null;
};
