import { showAnswerOnce } from "./answer.ts";
import { showCanned } from "./canned.ts";
import { keepCountdowns } from "./countdown.ts";
import { keepDrafts } from "./drafts.ts";
import { listenToKeys } from "./keys.ts";
import { stayLive } from "./live.ts";
import { countPicked } from "./picked.ts";

/** What the pages of the staff do with a script. Each works without it. */
keepCountdowns();
keepDrafts();
showAnswerOnce();
showCanned();
countPicked();
listenToKeys();
stayLive();
