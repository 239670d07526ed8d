import { listInText } from "../i18n/languages.ts";
import type { Event } from "../tickets/messages.ts";
import { nameOf } from "../i18n/directory.ts";
import { momentText } from "../i18n/moment-text.ts";
import { sayIn } from "../i18n/say.ts";
import type { TextContext, Viewer } from "../i18n/viewer.ts";
import { troubleText } from "./delivery-trouble.ts";
import type { NotificationRoute, NotifyTarget, SkippedTarget } from "../tickets/routes/notification-route.ts";

/** Several names as one text; the word for no one if the list is empty. */
export const namesText = (names: readonly string[], viewer: Viewer): string =>
  names.length === 0 ? sayIn(viewer.locale)("history.noPerson") : listInText(names, viewer.locale);

/** Whom a target reaches. */
export const notifyTargetText = (target: NotifyTarget, { desk, viewer }: TextContext): string => {
  const say = sayIn(viewer.locale);
  switch (target.how) {
    case "direct":
      return nameOf(desk, target.person);
    case "email":
      return say("history.byEmail", { name: nameOf(desk, target.person) });
    case "mention":
      return say("history.triageMention");
  }
};

/** Several targets as one text. */
export const notifyTargetsText = (targets: readonly NotifyTarget[], context: TextContext): string =>
  namesText(
    targets.map((target) => notifyTargetText(target, context)),
    context.viewer,
  );

/** Why a target was skipped. */
const skippedText = ({ to, why }: SkippedTarget, context: TextContext): string => {
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const name = notifyTargetText(to, context);
  switch (why.is) {
    case "out":
      return say("history.skippedOut", { name, until: momentText(why.until, viewer) });
    case "quiet":
      return say("history.skippedQuiet", { name });
    case "failed":
      return say("history.skippedFailed", { name, why: troubleText(why.error, viewer) });
  }
};

type Route = Pick<NotificationRoute, "to" | "skipped">;

/** Who is notified, and why those before them were skipped. */
const routeText = ({ to, skipped }: Route, context: TextContext): string => {
  const name = notifyTargetText(to, context);
  const why = skipped.map((each) => skippedText(each, context)).join("; ");
  return skipped.length === 0 ? name : sayIn(context.viewer.locale)("history.standsIn", { name, why });
};

/** Several routes as one text. */
export const routesText = (routes: readonly Route[], context: TextContext): string =>
  namesText(
    routes.map((route) => routeText(route, context)),
    context.viewer,
  );

type Failed = Pick<Extract<Event, { type: "fallbackTaken" | "pageFailed" }>, "failed" | "why" | "next">;

/** Who was not notified and why, and who is next. People who were skipped in between are named too. */
export const failedRouteText = ({ failed, why, next }: Failed, context: TextContext): string => {
  const { viewer } = context;
  const say = sayIn(viewer.locale);
  const between = next?.skipped.slice(failed.skipped.length + 1) ?? [];
  const then = next === null ? say("history.noPerson") : routeText({ ...next, skipped: between }, context);
  return typeof why === "string"
    ? say("history.fallbackTaken", {
        name: notifyTargetText(failed.to, context),
        why: troubleText(why, viewer),
        next: then,
      })
    : say("history.skipped", { why: skippedText({ to: failed.to, why }, context), next: then });
};
