import type { replying as english } from "../en/replying.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: public replies on their way to the customer, and waiting for what they ask. */
export const replying: Translation<typeof english> = {
  replying: {
    waitTitle: "Preguntar al cliente",
    waitSubmit: "Enviar y esperar",
    waitText: "¿Qué necesitas del cliente?",
    waitNotice: "Sale como respuesta nuestra. Después, el ticket queda a la espera del cliente.",
    waitHintAsked: "Déjalo vacío si ya lo preguntaste en tu último mensaje.",
    leaves: "Se envía ",
    sentAt: "Se envió ",
    editReply: "Editar y volver a enviar",
    waitsThen: "Después, el ticket queda a la espera del cliente.",
    weNeedYou: "Necesitamos tu respuesta para seguir: contesta aquí debajo, por favor.",
    nothingAsked:
      "No se le ha preguntado nada al cliente de {{ticket}} desde lo último que escribió. Pulsa otra vez En espera y escribe qué necesitas.",
    cannedHint: "Lo que escribas irá debajo. La verás completa antes de que salga",
    dueMissing:
      "No se ha enviado nada. La respuesta en {{ticket}} dice para cuándo tendrá noticias el cliente, y después de ella no queda ningún plazo en marcha que nombrar. Elige una hora.",
    dueMissingButton: "Elegir una hora",
    dueNeedsTime: "El texto dice {due}: elige para cuándo tendrán noticias.",
  },
};
