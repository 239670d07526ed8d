import type { Translation } from "../../../i18n/translation.ts";
import type { availability as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const availability: Translation<typeof english> = {
  "help.out": "/desk fora [18:00 | amanhã | 3d | 2026-12-31]",
  "help.outMeans": " envia os seus lembretes ao seu substituto até essa altura",
  "help.back": "/desk regresso",
  "help.backMeans": " faz com que voltem a chegar-lhe",
  "problem.noLongerStaff":
    "O seu nome já não consta do ficheiro de configuração, por isso /desk não tem efeito e nenhum ticket gera notificações para si. O que escolheu com /desk notificações é conservado: volta a valer quando a administração adicionar de novo o seu nome.",
  "problem.badUntil":
    "«{{text}}» não é uma hora reconhecida, ou já passou. Por exemplo: /desk fora 18:00, /desk fora amanhã, /desk fora 3d, /desk fora 2026-12-31",
  "done.outStandIn":
    "Consta como ausente até {{until}}. Os seus lembretes vão para {{name}}. Se voltar antes: /desk regresso",
  "done.outAlone":
    "Consta como ausente até {{until}}. Não tem substituto: os seus lembretes vão para o canal de triagem. Se voltar antes: /desk regresso",
  "done.back": "Bem-vindo de volta. Os lembretes voltam a chegar-lhe.",
};
