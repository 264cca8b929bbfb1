import { Text, View } from "@react-pdf/renderer";
import { formatMoney } from "@/lib/i18n/format";
import { sumLabelOf } from "../facts";
import { type DocumentLabels, taxBaseText } from "../labels";
import type { DocumentView } from "../types";
import { styles } from "./styles";

/** From the subtotal down to what is still owed. */
export function PdfTotals({ view, labels }: { view: DocumentView; labels: DocumentLabels }) {
  const money = (minor: bigint) => formatMoney(minor, view.currency, view.locale);
  const rows: [string, bigint][] = [
    [labels.subtotal, view.subtotalMinor],
    ...view.taxes.map((tax): [string, bigint] => [
      `${tax.label} ${taxBaseText(labels, money(tax.baseMinor))}`,
      tax.taxMinor,
    ]),
    [labels.total, view.totalMinor],
    ...(view.paidMinor === 0n ? [] : [[labels.paid, -view.paidMinor] satisfies [string, bigint]]),
  ];
  return (
    <View style={styles.totals} wrap={false}>
      {rows.map(([label, minor]) => (
        <View key={label} style={styles.total}>
          <Text style={styles.muted}>{label}</Text>
          <Text>{money(minor)}</Text>
        </View>
      ))}
      <View style={styles.balance}>
        <Text>{sumLabelOf(view, labels)}</Text>
        <Text>{money(view.balanceMinor)}</Text>
      </View>
    </View>
  );
}
