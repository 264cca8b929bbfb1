import { Text, View } from "@react-pdf/renderer";
import { formatMoney } from "@/lib/i18n/format";
import { sumLabelOf } from "../facts";
import type { DocumentLabels } from "../labels";
import { notices, settlementRows, totalRows } from "../totals";
import type { DocumentView } from "../types";
import { styles } from "./styles";

/** From the subtotal down to what is still owed, and what is to be said about it. */
export function PdfTotals({ view, labels }: { view: DocumentView; labels: DocumentLabels }) {
  const money = (minor: bigint) => formatMoney(minor, view.currency, view.locale);
  const rows = [...totalRows(view, labels), ...settlementRows(view, labels)];
  return (
    <View style={styles.sums} wrap={false}>
      <View style={styles.notices}>
        {notices(view, labels).map((text) => (
          <Text key={text} style={styles.small}>
            {text}
          </Text>
        ))}
      </View>
      <View style={styles.totals}>
        {rows.map(({ key, label, detail, minor }) => (
          <View key={key} style={styles.total}>
            <Text style={[styles.muted, styles.totalLabel]}>{detail ? `${label} ${detail}` : label}</Text>
            <Text>{money(minor)}</Text>
          </View>
        ))}
        <View style={styles.balance}>
          <Text>{sumLabelOf(view, labels)}</Text>
          <Text>{money(view.balanceMinor)}</Text>
        </View>
      </View>
    </View>
  );
}
