import type { Translation } from "../../../i18n/languages.ts";
import type { followers as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const followers: Translation<typeof english> = {
  "fact.followers": "Seguidores",
  "button.follower": "Añadir un seguidor",
  "button.addFollower": "Añadir a {{name}}",
  "button.removeFollower": "Quitar",
  "followers.formTitle": "Añadir un seguidor",
  "followers.formSubmit": "Añadir",
  "followers.formNotice": "Un seguidor recibe las respuestas que recibe el solicitante, y puede escribir en el ticket.",
  "followers.formPerson": "¿Quién sigue {{ticket}}?",
  "followers.formHint": "Una dirección de correo, o el nombre de un contacto de la cuenta",
  "followers.personMissing": "Indica quién.",
  "followers.added": "👥 {{by}} añadió a {{name}} como seguidor. Recibe las respuestas que recibe el solicitante.",
  "followers.removed": "👥 {{by}} quitó a {{name}} de los seguidores.",
  "followers.copied": "👥 {{name}} puso en copia a {{people}}. No reciben respuestas si no se les añade.",
  "followers.youFollow":
    "{{by}} le ha añadido a {{ticket}} ({{title}}). Desde ahora recibe las respuestas, y lo que escriba llega al equipo.",
  "history.followerAdded": "añadió a {{name}} como seguidor",
  "history.followerRemoved": "quitó a {{name}} de los seguidores",
  "history.peopleCopied": "{{name}} puso en copia a {{people}}",
  "done.follower": "{{name}} sigue ahora {{ticket}}.",
  "done.followerRemoved": "Ya no sigue {{ticket}}.",
  "refusal.followsAlready": "{{name}} ya sigue el ticket.",
  "refusal.isRequester": "{{name}} abrió este ticket y recibe todas las respuestas.",
  "refusal.doesNotFollow": "Esta persona ya no sigue el ticket.",
  "refusal.tooManyFollowers": "Un ticket tiene como máximo {{most}} seguidores.",
  "refusal.noAccount": "{{ticket}} no tiene cuenta. Elige primero la cuenta: Más → Cuenta",
  "refusal.accessWithdrawn": "El gerente de la cuenta retiró el acceso de {{name}}. Solo él puede devolverlo.",
};
