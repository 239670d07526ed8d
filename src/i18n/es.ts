import { answers } from "./es/answers.ts";
import { cards } from "./es/cards.ts";
import { collected } from "./es/collected.ts";
import { explanation } from "./es/explanation.ts";
import { forms } from "./es/forms.ts";
import { lists } from "./es/lists.ts";
import { notify } from "./es/notify.ts";
import { replying } from "./es/replying.ts";
import { said } from "./es/said.ts";
import { talk } from "./es/talk.ts";
import { tech } from "./es/tech.ts";
import { terms } from "./es/terms.ts";
import { links } from "./es/ties.ts";
import { transcript } from "./es/transcript.ts";
import { trouble } from "./es/trouble.ts";
import { turns } from "./es/turns.ts";
import { ways } from "./es/ways.ts";

/** Everything the bot says, in Spanish. A sentence missing here does not compile. */
export const es = {
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
