import { Text, View } from "@react-pdf/renderer";
import { formatMoney, formatQuantity, formatUnitPrice } from "@/lib/i18n/format";
import type { DocumentLabels } from "../labels";
import type { DocumentLine, DocumentView } from "../types";
import { styles } from "./styles";

/** The lines; the head is repeated on every page that they reach. */
export function PdfLines({ view, labels }: { view: DocumentView; labels: DocumentLabels }) {
  return (
    <View>
      <View style={[styles.head, styles.small]} fixed>
        <Text style={styles.description}>{labels.description}</Text>
        <Text style={styles.quantity}>{labels.quantity}</Text>
        <Text style={styles.price}>{labels.unitPrice}</Text>
        <Text style={styles.tax}>{labels.tax}</Text>
        <Text style={styles.amount}>{labels.amount}</Text>
      </View>
      {view.lines.map((line) => (
        <Line key={line.id} line={line} view={view} />
      ))}
    </View>
  );
}

function Line({ line, view: { currency, locale } }: { line: DocumentLine; view: DocumentView }) {
  const [name, ...rest] = line.description.trim().split("\n");
  const quantity = formatQuantity(line.quantity, locale);
  return (
    <View style={styles.row} wrap={false}>
      <View style={styles.description}>
        <Text style={styles.strong}>{name || "—"}</Text>
        {rest.length > 0 ? <Text style={styles.muted}>{rest.join("\n")}</Text> : null}
        {line.discountLabel ? <Text style={styles.small}>{line.discountLabel}</Text> : null}
      </View>
      <Text style={styles.quantity}>{line.unit ? `${quantity} ${line.unit}` : quantity}</Text>
      <Text style={styles.price}>{formatUnitPrice(line.unitPrice, currency, locale)}</Text>
      <Text style={[styles.tax, styles.muted]}>{line.taxLabel ?? "—"}</Text>
      <Text style={styles.amount}>{formatMoney(line.amountMinor, currency, locale)}</Text>
    </View>
  );
}
