import type { FeatureRules } from "../../tickets/rules.ts";
import { sendPage } from "../../tickets/routes/paging.ts";
import type { ConsultingEvent } from "./messages.ts";

export const consulting = {
  commands: {},
  events: { consultingRouted: { evolve: () => ({}), effects: (event) => event.page.map(sendPage) } },
} satisfies FeatureRules<never, ConsultingEvent>;
