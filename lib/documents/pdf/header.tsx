import { Text, View } from "@react-pdf/renderer";
import { formatDate, formatMoney } from "@/lib/i18n/format";
import type { DocumentLabels } from "../labels";
import type { DocumentParty, DocumentView } from "../types";
import { styles } from "./styles";

type Props = { view: DocumentView; labels: DocumentLabels };

/** Who sends what to whom, when it is due, and how much it is. */
export function PdfHeader({ view, labels }: Props) {
  const facts = [
    [labels.issueDate, formatDate(view.issueDate, view.locale)],
    [labels.dueDate, formatDate(view.dueDate, view.locale)],
  ];
  return (
    <View>
      <View style={styles.between}>
        <View style={styles.shrink}>
          <Text style={styles.seller}>{view.seller.name}</Text>
          <PartyLines party={view.seller} labels={labels} />
        </View>
        <View>
          <Text style={styles.title}>{labels.title}</Text>
          <Text style={[styles.right, styles.muted]}>{view.number ?? labels.draft}</Text>
        </View>
      </View>
      <View style={[styles.between, styles.parties]}>
        <View style={styles.shrink}>
          <Text style={styles.small}>{labels.billTo}</Text>
          <Text style={styles.strong}>{view.buyer?.name ?? "—"}</Text>
          {view.buyer ? <PartyLines party={view.buyer} labels={labels} /> : null}
        </View>
        <View>
          {facts.map(([label, value]) => (
            <View key={label} style={styles.fact}>
              <Text style={styles.muted}>{label}</Text>
              <Text>{value}</Text>
            </View>
          ))}
          <View style={styles.fact}>
            <Text style={styles.muted}>{labels.balance}</Text>
            <Text style={styles.strong}>{formatMoney(view.balanceMinor, view.currency, view.locale)}</Text>
          </View>
        </View>
      </View>
    </View>
  );
}

function PartyLines({ party, labels }: { party: DocumentParty; labels: DocumentLabels }) {
  const lines = [
    ...party.addressLines,
    party.email,
    party.taxNumber && `${labels.taxNumber} ${party.taxNumber}`,
  ];
  return <Text style={styles.muted}>{lines.filter(Boolean).join("\n")}</Text>;
}
