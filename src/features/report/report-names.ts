import type { Desk } from "../../desk/desk.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { without, type ReportScope } from "../../reports/scope.ts";
import type { ReportedSeverity } from "../../reports/ticket-list.ts";

const own = <T>(of: Readonly<Record<string, T>>, key: string): T | null =>
  Object.hasOwn(of, key) ? (of[key] ?? null) : null;

const noneOf = {
  account: "report.noAccount",
  area: "report.noArea",
  manager: "report.noManager",
  agent: "report.noAgent",
} as const;

/** How people call a value of the scope. What the desk no longer has keeps its former name, else its key. */
export const scopeName = (
  name: keyof ReportScope,
  value: string | null,
  { desk, viewer }: { readonly desk: Desk; readonly viewer: Viewer },
): string => {
  if (value === null || value === without) return sayIn(viewer.locale)(noneOf[name]);
  switch (name) {
    case "account":
      return own(desk.accounts, value)?.name ?? own(desk.former.accounts, value) ?? value;
    case "area":
      return own(desk.areas, value)?.title[viewer.locale] ?? value;
    default:
      return nameOf(desk, value);
  }
};

/** The name of a severity, or of consulting. */
export const severityName = (severity: ReportedSeverity, { locale }: Viewer): string =>
  severity === "consulting" ? sayIn(locale)("kind.consulting") : sayIn(locale)(`severityLabel.${severity}`);
