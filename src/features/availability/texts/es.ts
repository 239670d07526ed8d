import type { Translation } from "../../../i18n/languages.ts";
import type { availability as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const availability: Translation<typeof english> = {
  "help.out": "/desk fuera [18:00 | mañana | 3d | 2026-12-31]",
  "help.outMeans": "{{command}} envía tus recordatorios a tu suplente hasta entonces",
  "help.back": "/desk vuelvo",
  "help.backMeans": "{{command}} hace que vuelvan a llegarte a ti",
  "problem.noLongerStaff":
    "Ya no figuras en el archivo de configuración, así que /desk no hace nada por ti y no recibes notificaciones de ningún ticket. Lo que elegiste con /desk notificaciones se conserva: volverá a aplicarse cuando un administrador te añada de nuevo.",
  "problem.badUntil":
    "No entiendo «{{text}}» como hora o fecha, o ya ha pasado. Por ejemplo: /desk fuera 18:00, /desk fuera mañana, /desk fuera 3d, /desk fuera 2026-12-31",
  "done.outStandIn":
    "Estás ausente hasta el {{until}}. Tus recordatorios le llegan a {{name}}. Si vuelves antes: /desk vuelvo",
  "done.outAlone":
    "Estás ausente hasta el {{until}}. No tienes suplente, así que tus recordatorios van al canal de triaje. Si vuelves antes: /desk vuelvo",
  "done.back": "Hola de nuevo. Tus recordatorios vuelven a llegarte.",
};
