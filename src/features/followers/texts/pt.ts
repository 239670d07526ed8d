import type { Translation } from "../../../i18n/languages.ts";
import type { followers as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const followers: Translation<typeof english> = {
  "fact.followers": "Seguidores",
  "button.follower": "Adicionar um seguidor",
  "button.addFollower": "Adicionar {{name}}",
  "button.removeFollower": "Remover",
  "followers.formTitle": "Adicionar um seguidor",
  "followers.formSubmit": "Adicionar",
  "followers.formNotice": "Um seguidor recebe as respostas que o solicitante recebe, e pode escrever no ticket.",
  "followers.formPerson": "Quem segue {{ticket}}?",
  "followers.formHint": "Um endereço de e-mail, ou o nome de um contato da conta",
  "followers.personMissing": "Diga quem.",
  "followers.added": "👥 {{by}} adicionou {{name}} como seguidor. Recebe as respostas que o solicitante recebe.",
  "followers.removed": "👥 {{by}} removeu {{name}} dos seguidores.",
  "followers.copied": "👥 {{name}} pôs em cópia {{people}}. Não recebem respostas se não forem adicionados.",
  "followers.youFollow":
    "{{by}} adicionou você a {{ticket}} ({{title}}). A partir de agora você recebe as respostas, e o que escrever chega à equipe.",
  "history.followerAdded": "adicionou {{name}} como seguidor",
  "history.followerRemoved": "removeu {{name}} dos seguidores",
  "history.peopleCopied": "{{name}} pôs em cópia {{people}}",
  "done.follower": "{{name}} segue agora {{ticket}}.",
  "done.followerRemoved": "Não segue mais {{ticket}}.",
  "refusal.followsAlready": "{{name}} já segue o ticket.",
  "refusal.isRequester": "{{name}} abriu este ticket e recebe todas as respostas.",
  "refusal.doesNotFollow": "Esta pessoa não segue mais o ticket.",
  "refusal.tooManyFollowers": "Um ticket tem no máximo {{most}} seguidores.",
  "refusal.noAccount": "{{ticket}} não tem conta. Escolha primeiro a conta: Mais → Conta",
  "refusal.accessWithdrawn": "O gerente da conta retirou o acesso de {{name}}. Só ele pode devolvê-lo.",
};
