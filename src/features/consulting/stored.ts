import { z } from "zod";
import { pageJson } from "../../stored/routes-json.ts";
import { listJson } from "../../stored/schema-of.ts";
import type { StoredEvents } from "../../stored/stored-fields.ts";
import type { ConsultingEvent } from "./messages.ts";

export const consulting: StoredEvents<ConsultingEvent> = {
  events: {
    consultingRouted: { page: listJson(pageJson) },
    timeRecorded: { minutes: z.int(), day: z.string(), note: z.string().nullable() },
  },
};
