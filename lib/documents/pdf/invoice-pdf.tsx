import { Document, Page, Text, View } from "@react-pdf/renderer";
import { titleOf } from "../facts";
import type { DocumentLabels } from "../labels";
import type { DocumentView } from "../types";
import { PdfHeader } from "./header";
import { PdfLines } from "./lines";
import { PdfPlan } from "./plan";
import { styles } from "./styles";
import { PdfTotals } from "./totals";

/** An invoice as PDF/A-3b, laid out like its page. */
export function InvoicePdf({
  view,
  labels,
  logo,
}: {
  view: DocumentView;
  labels: DocumentLabels;
  logo?: Buffer | undefined;
}) {
  const name = `${titleOf(view, labels)} ${view.number ?? labels.draft}`;
  const notes = [
    { label: labels.notes, text: view.notes },
    { label: labels.payment, text: view.paymentInstructions },
  ].filter((part) => part.text?.trim());
  return (
    <Document title={name} author={view.seller.name} language={view.locale} conformance="PDF/A-3b">
      <Page size="A4" style={styles.page}>
        <View fixed style={[styles.accent, { backgroundColor: view.accentColor ?? "#1c1f26" }]} />
        <View style={[styles.footer, styles.small]} fixed>
          <Text>
            {view.seller.name} · {name}
          </Text>
          <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
        </View>
        <PdfHeader view={view} labels={labels} logo={logo} />
        <PdfLines view={view} labels={labels} />
        <PdfTotals view={view} labels={labels} />
        <PdfPlan view={view} labels={labels} />
        {notes.length > 0 ? (
          <View style={styles.stub} wrap={false}>
            {notes.map((part) => (
              <View key={part.label} style={styles.stubPart}>
                <Text style={styles.small}>{part.label}</Text>
                <Text>{part.text}</Text>
              </View>
            ))}
          </View>
        ) : null}
      </Page>
    </Document>
  );
}
