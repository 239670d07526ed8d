import { rich } from "../../i18n/rich.ts";
import { momentAndLeft } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Line } from "../../chat/card.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Choice, Field } from "../../chat/form.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** The hours within which an update can be promised with one choice. */
export const updateHours = [1, 4] as const;

/** The choice that promises no update. */
export const noUpdate = "none";

/** The times for which an update can be promised with one choice. */
export const updateChoices = (say: Say): readonly Choice[] => [
  ...updateHours.map((hours) => ({ value: String(hours), label: say("form.updateInHours", { count: hours }) })),
  { value: "tomorrow", label: say("form.updateTomorrow") },
  { value: "other", label: say("form.updateOther") },
];

/** The field for another time. */
export const updateTimeField = (say: Say): Field => ({
  kind: "line",
  name: "time",
  label: say("form.updateAt"),
  hint: say("form.updateAtHint"),
  required: false,
  maxLength: 40,
  initial: "",
});

/** When the customer gets the next update. */
export const nextUpdateLine = (due: Instant, viewer: Viewer): Line =>
  rich(sayIn(viewer.locale), "target.moved.update", { due: momentAndLeft(due) });
