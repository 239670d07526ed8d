import type { trouble as english } from "../en/trouble.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: what went wrong on a platform, for the support team. */
export const trouble: Translation<typeof english> = {
  trouble: {
    archived: "el canal está archivado: {{code}}",
    locked: "el hilo está archivado, cerrado o ya no existe: {{code}}",
    notIn: "el bot ya no está en el canal o no puede escribir en él: {{code}}",
    personGone: "la persona se ha ido o está desactivada: {{code}}",
    noDirect: "no acepta mensajes directos del bot: {{code}}",
    restricted: "solo algunas personas pueden escribir ahí: {{code}}",
    filtered: "el filtro de la plataforma rechazó el texto: {{code}}",
    moved:
      "⚠ No se puede escribir al cliente de {{ticket}} en su canal ({{why}}). La conversación sigue en sus mensajes directos; no se ha perdido nada.",
  },
};
