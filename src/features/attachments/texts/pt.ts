import type { Translation } from "../../../i18n/translation.ts";
import type { attachments as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const attachments: Translation<typeof english> = {
  "refusal.filesLimited_one":
    "{{count}} ficheiro da sua mensagem não foi entregue à equipa: são aceites {{most}} ficheiros ou {{size}} em {{within}}, e o limite foi atingido. A equipa sabe como se chama.",
  "refusal.filesLimited_many":
    "{{count}} de ficheiros da sua mensagem não foram entregues à equipa: são aceites {{most}} ficheiros ou {{size}} em {{within}}, e o limite foi atingido. A equipa sabe como se chamam.",
  "refusal.filesLimited_other":
    "{{count}} ficheiros da sua mensagem não foram entregues à equipa: são aceites {{most}} ficheiros ou {{size}} em {{within}}, e o limite foi atingido. A equipa sabe como se chamam.",
  "said.file": "📎 {{name}} ({{size}})",
  "said.fileNot": "⚠ {{name}} ({{size}}) não foi copiado: {{why}}. Está no tópico do cliente.",
  "said.why.tooLarge": "tem mais de 10 MB",
  "said.why.program": "os programas não são copiados",
  "said.why.active": "abri-lo pode executar algo",
  "said.why.archive": "só são copiados arquivos .zip",
  "said.why.packed": "o .zip contém um programa ou outro arquivo, ou não é possível ver o seu conteúdo",
  "said.why.tooMany": "são copiados no máximo dez ficheiros por mensagem",
  "said.why.quota": "quem o enviou já atingiu o limite de ficheiros por agora",
  "said.why.unseen": "a plataforma não diz o que é",
  "said.why.noFilesHere": "este local não aceita ficheiros",
};
