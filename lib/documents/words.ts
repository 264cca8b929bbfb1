import { translator } from "@/lib/i18n/translator";
import { type DocumentLabels, documentLabels } from "./labels";

/** The words of a document, for places without a React tree. */
export function documentWords(): DocumentLabels {
  const t = translator("document");
  return documentLabels((key, values) => t(key as never, values as never));
}
