import { Document, Page, renderToBuffer, Text, View } from "@react-pdf/renderer";
import { translator } from "@/lib/i18n/translator";
import { registerFonts } from "../pdf/fonts";
import { styles } from "../pdf/styles";
import type { StatementView } from "./view";

type Words = ReturnType<typeof translator<"statement">>;

/** The PDF of a client's statement: PDF/A-3b, on the same sheet as its invoices. */
export function renderStatement(view: StatementView): Promise<Buffer> {
  registerFonts();
  return renderToBuffer(StatementPdf({ view, t: translator("statement") }));
}

function StatementPdf({ view, t }: { view: StatementView; t: Words }) {
  const name = `${t("title")} ${view.period}`;
  return (
    <Document title={name} author={view.seller.name} language={view.locale} conformance="PDF/A-3b">
      <Page size="A4" style={styles.page}>
        <View fixed style={[styles.accent, { backgroundColor: view.accentColor }]} />
        <View style={[styles.footer, styles.small]} fixed>
          <Text>
            {view.seller.name} · {name}
          </Text>
          <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
        </View>
        <View style={styles.between}>
          <View style={styles.shrink}>
            <Text style={styles.seller}>{view.seller.name}</Text>
            <Text style={styles.muted}>{view.seller.addressLines.join("\n")}</Text>
          </View>
          <View>
            <Text style={styles.title}>{t("title")}</Text>
            <Text style={[styles.right, styles.muted]}>{view.period}</Text>
          </View>
        </View>
        <View style={styles.parties}>
          <Text style={styles.small}>{t("client")}</Text>
          <Text style={styles.strong}>{view.buyer.name}</Text>
          <Text style={styles.muted}>{view.buyer.addressLines.join("\n")}</Text>
        </View>
        {view.sections.map((section) => (
          <Section key={section.currency} section={section} t={t} />
        ))}
      </Page>
    </Document>
  );
}

function Section({ section, t }: { section: StatementView["sections"][number]; t: Words }) {
  return (
    <View>
      <View style={[styles.head, styles.small]}>
        <Text style={[styles.tax, { textAlign: "left" }]}>{t("date")}</Text>
        <Text style={[styles.description, { paddingLeft: 12 }]}>{t("what")}</Text>
        <Text style={styles.amount}>{t("charge")}</Text>
        <Text style={styles.amount}>{t("payment")}</Text>
        <Text style={styles.amount}>{t("balance")}</Text>
      </View>
      <View style={styles.row}>
        <Text style={[styles.description, styles.strong]}>{t("opening")}</Text>
        <Text style={[styles.amount, styles.strong]}>{section.opening}</Text>
      </View>
      {section.rows.map((row) => (
        <View key={row.id} style={styles.row} wrap={false}>
          <Text style={[styles.tax, { textAlign: "left" }]}>{row.date}</Text>
          <Text style={[styles.description, { paddingLeft: 12 }]}>
            {row.text} {row.reference}
          </Text>
          <Text style={styles.amount}>{row.charge}</Text>
          <Text style={styles.amount}>{row.payment}</Text>
          <Text style={styles.amount}>{row.balance}</Text>
        </View>
      ))}
      <View style={styles.balance}>
        <Text>
          {t("closing")} ({section.currency})
        </Text>
        <Text>{section.closing}</Text>
      </View>
    </View>
  );
}
