import type { Event, EventType } from "../../tickets/messages.ts";
import type { TextContext } from "../../i18n/viewer.ts";
import { historyLines } from "../surface.ts";
import type { HistoryLine } from "../../cards/feature-views.ts";

const lineFor = <Type extends EventType>(type: Type): HistoryLine<Type> => historyLines[type];

/** What happened, written after the name of the person who acted. */
export const historyLine = (event: Event, context: TextContext): string => lineFor(event.type)(event, context);
