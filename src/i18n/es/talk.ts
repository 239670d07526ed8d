import type { talk as english } from "../en/talk.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: a ticket's conversation as a card shows it, and what customers press on theirs. */
export const talk: Translation<typeof english> = {
  talk: {
    heading: "Mensajes {{from}} a {{to}} de {{all}}",
    earlier_one: "{{messages}} mensaje anterior",
    earlier_many: "{{messages}} de mensajes anteriores",
    earlier_other: "{{messages}} mensajes anteriores",
    allInFile: "Todo, en un archivo: {{command}}",
    internal: "interno",
    close: "Cerrar",
    closeTitle: "¿Cerrar {{ticket}}?",
    closeText: "Queda como resuelto. Puedes volver a abrirlo.",
    reopen: "Reabrir",
    closed: "Gracias por avisarnos. Lo demás está en el hilo del ticket.",
    reopened: "Hecho. Seguimos en el hilo del ticket.",
    inThread: "Hablamos de él en el hilo donde se abrió, en ",
    notIn: "El bot no tiene permiso para escribir en ",
    soInDirect: ", así que hablamos de él en tus mensajes directos con este bot.",
    soNowhere: ", así que el cliente aún no ve allí el ticket. Pide a quien administra Plazo que lo permita.",
    whole: "Está todo en el archivo {{name}}.",
  },
};
