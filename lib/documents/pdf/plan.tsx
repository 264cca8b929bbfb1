import { Text, View } from "@react-pdf/renderer";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { DocumentLabels } from "../labels";
import type { DocumentView } from "../types";
import { styles } from "./styles";

/** What is due when, where it is not due in one sum. */
export function PdfPlan({ view, labels }: { view: DocumentView; labels: DocumentLabels }) {
  if (!view.plan?.length) return null;
  return (
    <View style={styles.plan} wrap={false}>
      <Text style={styles.small}>{labels.plan}</Text>
      {view.plan.map((part) => (
        <View key={part.dueDate + part.amountMinor} style={styles.total}>
          <Text>{formatDate(part.dueDate, view.locale)}</Text>
          <Text>{formatMoney(part.amountMinor, view.currency, view.locale)}</Text>
        </View>
      ))}
    </View>
  );
}
