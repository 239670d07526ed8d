import type { Translation } from "../../../i18n/translation.ts";
import type { rating as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const rating: Translation<typeof english> = {
  "history.rated": "achou: {{score}}",
  "history.ratedAnew": "achou: {{score}} (antes: {{before}})",
  "refusal.nothingToRate": "Ainda não há nada a avaliar em {{ticket}}: a pergunta é feita quando ficar resolvido.",
  "refusal.ratedAlready": "Obrigado, isso já tinha resposta.",
  "done.rated": "Obrigado pela sua avaliação. Pode alterá-la durante um dia.",
  "way.howWasIt": "Como nos saímos?",
  "way.rating": "Avaliação do cliente",
  "way.score.good": "Bem",
  "way.score.ok": "Mais ou menos",
  "way.score.bad": "Mal",
  "way.ratedInternal": "{{name}} sobre {{ticket}}: {{score}}.",
  "way.ratedAnewInternal": "{{name}} sobre {{ticket}}: {{score}}; antes: {{before}}.",
  "turn.thanksFor": "Obrigado, {{name}}. A sua resposta: {{score}}.",
  "turn.changeUntil": "Mudou de opinião? Pode dizê-lo até ",
};
