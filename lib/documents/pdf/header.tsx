import { Image, Text, View } from "@react-pdf/renderer";
import { documentFacts, recipientLabelOf, titleOf } from "../facts";
import type { DocumentLabels } from "../labels";
import { drawnSize } from "../logo";
import type { DocumentParty, DocumentView } from "../types";
import { styles } from "./styles";

type Props = { view: DocumentView; labels: DocumentLabels; logo?: Buffer | undefined };

/** Who sends what to whom, when it is due, and how much it is. */
export function PdfHeader({ view, labels, logo }: Props) {
  return (
    <View>
      <View style={styles.between}>
        <View style={styles.shrink}>
          {logo && view.logo ? (
            <Image src={{ data: logo, format: "png" }} style={[styles.logo, drawnSize(view.logo)]} />
          ) : null}
          <Text style={styles.seller}>{view.seller.name}</Text>
          <PartyLines party={view.seller} labels={labels} />
        </View>
        <View>
          <Text style={styles.title}>{titleOf(view, labels)}</Text>
          <Text style={[styles.right, styles.muted]}>{view.number ?? labels.draft}</Text>
        </View>
      </View>
      <View style={[styles.between, styles.parties]}>
        <View style={styles.shrink}>
          <Text style={styles.small}>{recipientLabelOf(view, labels)}</Text>
          <Text style={styles.strong}>{view.buyer?.name ?? "—"}</Text>
          {view.buyer ? <PartyLines party={view.buyer} labels={labels} /> : null}
        </View>
        <View>
          {documentFacts(view, labels).map(({ label, value, strong }) => (
            <View key={label} style={styles.fact}>
              <Text style={styles.muted}>{label}</Text>
              <Text style={strong ? styles.strong : {}}>{value}</Text>
            </View>
          ))}
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
