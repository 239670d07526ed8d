import { z } from "zod";
import { pageJson } from "../../stored/routes-json.ts";
import type { StoredEvents } from "../../stored/stored-fields.ts";
import type { ConsultingEvent } from "./messages.ts";

export const consulting: StoredEvents<ConsultingEvent> = { events: { consultingRouted: { page: z.array(pageJson) } } };
