import type { Translation } from "../../../i18n/languages.ts";
import type { attachments as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const attachments: Translation<typeof english> = {
  "refusal.filesLimited_one":
    "{{count}} arquivo da sua mensagem não foi enviado à equipe: são aceitos {{most}} arquivos ou {{size}} em {{within}}, e esse limite já foi atingido. A equipe vê o nome do arquivo.",
  "refusal.filesLimited_many":
    "{{count}} de arquivos da sua mensagem não foram enviados à equipe: são aceitos {{most}} arquivos ou {{size}} em {{within}}, e esse limite já foi atingido. A equipe vê os nomes dos arquivos.",
  "refusal.filesLimited_other":
    "{{count}} arquivos da sua mensagem não foram enviados à equipe: são aceitos {{most}} arquivos ou {{size}} em {{within}}, e esse limite já foi atingido. A equipe vê os nomes dos arquivos.",
  "file.copied": "📎 {{name}} ({{size}})",
  "file.notCopied": "⚠ {{name}} ({{size}}) não foi copiado: {{why}}. Ele está na conversa do cliente.",
  "file.notCopiedFromPage":
    "⚠ {{name}} ({{size}}) não foi copiado: {{why}}. Ele está na página do ticket, no painel web.",
  "file.notTaken": "{{name}} ({{size}}) não pode ser enviado: {{why}}.",
  "file.why.tooLarge": "tem mais de 10 MB",
  "file.why.program": "programas não são copiados",
  "file.why.active": "abri-lo pode executar algo",
  "file.why.archive": "dos arquivos compactados, só os .zip são copiados",
  "file.why.packed": "o .zip contém um programa ou outro arquivo compactado, ou não é possível ler o seu conteúdo",
  "file.why.tooMany": "são copiados no máximo dez arquivos por mensagem",
  "file.why.tooManyInThread": "de uma conversa anterior são copiados no máximo 50 arquivos",
  "file.why.quota": "quem enviou atingiu por enquanto o limite de arquivos",
  "file.why.unseen": "a plataforma não informa o que é",
  "file.why.noFilesHere": "este canal não aceita arquivos",
};
