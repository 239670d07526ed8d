import { z } from "zod";
import type { StoredEvents } from "../../stored/stored-fields.ts";
import type { AreaEvent } from "./messages.ts";

const area = z.string().nullable();

export const areas: StoredEvents<AreaEvent> = { events: { areaSet: { from: area, to: area } } };
