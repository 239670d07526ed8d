import type { DoneSentences, HistoryLines, RefusalSentences } from "../../cards/feature-views.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { sayIn } from "../../i18n/say.ts";
import { areaTitle } from "./fact.ts";
import type { AreaCommand, AreaEvent, AreaRefusal } from "./messages.ts";

export const history = {
  areaSet: ({ from, to }, context) => {
    const say = sayIn(context.viewer.locale);
    const titleOf = (key: string | null): string => (key === null ? "" : areaTitle(key, context));
    if (from === null) return say("history.areaChosen", { to: titleOf(to) });
    return to === null
      ? say("history.areaRemoved", { from: titleOf(from) })
      : say("history.areaChanged", { from: titleOf(from), to: titleOf(to) });
  },
} satisfies HistoryLines<AreaEvent["type"]>;

export const done = {
  setArea: ({ ticket, desk, viewer, say, name }) =>
    ticket.area === null
      ? say("done.areaRemoved", { ticket: name })
      : say("done.area", { ticket: name, area: areaTitle(ticket.area, { desk, viewer }) }),
} satisfies DoneSentences<AreaCommand["type"]>;

export const refusals = {
  noSuchArea: ({ name }, { say }) => say("refusal.noSuchArea", { name: oneLine(name, 60) }),
  sameArea: (_, { say, ticket }) => say("refusal.sameArea", { ticket }),
} satisfies RefusalSentences<AreaRefusal["reason"]>;
