import type { Translation } from "../../../i18n/languages.ts";
import type { welcome as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const welcome: Translation<typeof english> = {
  "welcome.title": "👋 Suporte para {{account}}",
  "welcome.ways": "É assim que se pede ajuda:",
  "welcome.command":
    "Escreva /ticket e algumas palavras. Um formulário se abre e diz quando chega a primeira resposta.",
  "welcome.mention": "Mencione o Plazo em uma mensagem deste canal ou adicione o emoji 🎫 a uma. Ela vira um ticket.",
  "welcome.direct": "Escreva diretamente ao Plazo se os seus colegas não devem ler.",
  "welcome.plainWords": "Ou simplesmente escreva aqui. Se ninguém responder, um ticket se abre sozinho após {{after}}.",
  "welcome.others":
    "Se você não vê /ticket, por exemplo como convidado ou de outro espaço de trabalho, as outras maneiras também funcionam.",
  "welcome.kept": "O Plazo mantém esta mensagem atualizada.",
};
