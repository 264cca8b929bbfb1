import { createTranslator } from "use-intl/core";
import messages from "@/messages/en";

export type Namespace = keyof typeof messages;

/** Words for places without a React tree: emails, documents, jobs. English is the only catalog so far. */
export function translator<N extends Namespace>(namespace: N) {
  return createTranslator({ locale: "en", messages, namespace });
}
