import type { Line } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn } from "../../i18n/say.ts";
import { plain, strong } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Severity } from "../../sla/severity.ts";

/** What a severity means, in the viewer's language: in the words of the desk file, else in Plazo's. */
export const severityMeans = (severity: Severity, desk: Desk, { locale }: Viewer): string =>
  desk.severityMeans[severity]?.[locale] ?? sayIn(locale)(`severityMeans.${severity}`);

/** A severity and what it means, as a line. */
export const severityMeansLine = (severity: Severity, desk: Desk, viewer: Viewer): Line => {
  const say = sayIn(viewer.locale);
  return rich(say, "severityMeans.line", {
    severity: strong(say(`severityLabel.${severity}`)),
    means: plain(severityMeans(severity, desk, viewer)),
  });
};
