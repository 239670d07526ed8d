import type { Translation } from "../../../i18n/translation.ts";
import type { availability as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const availability: Translation<typeof english> = {
  "help.out": "/desk fuera [18:00 | mañana | 3d | 2026-12-31]",
  "help.outMeans": " pasa tus avisos a tu suplente hasta entonces",
  "help.back": "/desk vuelvo",
  "help.backMeans": " hace que vuelvan a llegarte",
  "problem.noLongerStaff":
    "Ya no figuras en el archivo de configuración, así que /desk no hace nada por ti y no recibes notificaciones de ningún ticket. Lo que elegiste con /desk notificaciones se conserva: volverá a contar cuando Administración te añada de nuevo.",
  "problem.badUntil":
    "«{{text}}» no es una hora que entienda, o ya ha pasado. Por ejemplo: /desk fuera 18:00, /desk fuera mañana, /desk fuera 3d, /desk fuera 2026-12-31",
  "done.outStandIn":
    "Constas como ausente hasta el {{until}}. Tus avisos le llegan a {{name}}. Si vuelves antes: /desk vuelvo",
  "done.outAlone":
    "Constas como ausente hasta el {{until}}. No tienes suplente: tus avisos van al canal de triaje. Si vuelves antes: /desk vuelvo",
  "done.back": "Hola de nuevo. Tus avisos vuelven a llegarte.",
};
