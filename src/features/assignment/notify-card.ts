import { encodeAction } from "../../chat/action.ts";
import type { Card } from "../../chat/card.ts";
import { wantsNotifications } from "../../tickets/routes/assignee-notice.ts";
import type { Desk, Person } from "../../desk/desk.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** Whether a person is notified of messages on their tickets, whose setting that is, and a button that changes it. */
export const notifyCard = (person: Person, desk: Desk, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const isOn = wantsNotifications(person, desk);
  const by = person.notifyChoice === null ? "asDeskSays" : "asYouChose";
  const sentence = say(`notify.${isOn ? "on" : "off"}.${by}`);
  return {
    summary: sentence,
    parts: [
      { part: "text", lines: [[plain(sentence)]] },
      {
        part: "buttons",
        label: say("notify.label"),
        buttons: [
          { action: encodeAction("notify", isOn ? "off" : "on"), label: say(`notify.switch.${isOn ? "off" : "on"}`) },
        ],
      },
    ],
  };
};
