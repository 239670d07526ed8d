import { answers } from "./en/answers.ts";
import { cards } from "./en/cards.ts";
import { collected } from "./en/collected.ts";
import { explanation } from "./en/explanation.ts";
import { forms } from "./en/forms.ts";
import { lists } from "./en/lists.ts";
import { notify } from "./en/notify.ts";
import { replying } from "./en/replying.ts";
import { said } from "./en/said.ts";
import { talk } from "./en/talk.ts";
import { tech } from "./en/tech.ts";
import { terms } from "./en/terms.ts";
import { links } from "./en/ties.ts";
import { transcript } from "./en/transcript.ts";
import { trouble } from "./en/trouble.ts";
import { turns } from "./en/turns.ts";
import { ways } from "./en/ways.ts";

/** Everything the bot says, in English: the words that the other languages translate. */
export const en = {
  ...terms,
  ...cards,
  ...lists,
  ...answers,
  ...forms,
  ...explanation,
  ...transcript,
  ...trouble,
  ...said,
  ...ways,
  ...links,
  ...tech,
  ...turns,
  ...replying,
  ...talk,
  ...notify,
  ...collected,
};
