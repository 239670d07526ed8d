import type { Translation } from "../../../i18n/languages.ts";
import type { availability as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const availability: Translation<typeof english> = {
  "help.out": "/desk fora [18:00 | amanhã | 3d | 2026-12-31]",
  "help.outMeans": "{{command}} envia os seus lembretes ao seu suplente até lá",
  "help.back": "/desk voltei",
  "help.backMeans": "{{command}} faz com que voltem a chegar a você",
  "problem.noLongerStaff":
    "Você não está mais no arquivo de configuração, por isso /desk não faz nada por você e nenhum ticket gera notificações para você. O que você escolheu com /desk notificações fica guardado: volta a valer quando um administrador adicionar você de novo.",
  "problem.badUntil":
    "Não entendo “{{text}}” como hora ou data, ou já passou. Por exemplo: /desk fora 18:00, /desk fora amanhã, /desk fora 3d, /desk fora 2026-12-31",
  "done.outStandIn":
    "Você está ausente até {{until}}. Os seus lembretes vão para {{name}}. Se voltar antes: /desk voltei",
  "done.outAlone":
    "Você está ausente até {{until}}. Você não tem suplente, por isso os seus lembretes vão para o canal de triagem. Se voltar antes: /desk voltei",
  "done.back": "Que bom que você voltou. Os seus lembretes voltam a chegar a você.",
};
