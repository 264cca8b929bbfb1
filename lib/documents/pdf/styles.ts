import { StyleSheet } from "@react-pdf/renderer";
import { fontFamily } from "./fonts";

const INK = "#1c1f26";
const MUTED = "#666c78";
const LINE = "#e3e5ea";

/** The same sheet as the page shows: A4, in points. */
export const styles = StyleSheet.create({
  page: {
    fontFamily,
    fontSize: 9,
    lineHeight: 1.5,
    color: INK,
    paddingTop: 48,
    paddingBottom: 56,
    paddingHorizontal: 48,
  },
  accent: { position: "absolute", top: 0, left: 0, right: 0, height: 5 },
  between: { flexDirection: "row", justifyContent: "space-between", gap: 24 },
  shrink: { flexShrink: 1, maxWidth: 300 },
  logo: { marginBottom: 10 },
  seller: { fontSize: 13, fontWeight: 600, lineHeight: 1.3, marginBottom: 3 },
  title: { fontSize: 20, fontWeight: 600, textAlign: "right", lineHeight: 1.2 },
  right: { textAlign: "right" },
  muted: { color: MUTED },
  small: { fontSize: 8, color: MUTED },
  strong: { fontWeight: 600 },
  parties: { marginTop: 32 },
  fact: { flexDirection: "row", justifyContent: "space-between", gap: 28 },
  head: {
    flexDirection: "row",
    borderBottomWidth: 0.8,
    borderBottomColor: INK,
    paddingBottom: 5,
    marginTop: 34,
  },
  row: { flexDirection: "row", borderBottomWidth: 0.6, borderBottomColor: LINE, paddingVertical: 7 },
  description: { flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: 12 },
  quantity: { width: 62, textAlign: "right" },
  price: { width: 78, textAlign: "right" },
  tax: { width: 62, textAlign: "right" },
  amount: { width: 86, textAlign: "right" },
  sums: { flexDirection: "row", justifyContent: "space-between", gap: 24, marginTop: 12 },
  notices: { flexGrow: 1, flexShrink: 1, flexBasis: 0, gap: 3, paddingTop: 4 },
  totals: { width: 250 },
  totalLabel: { flexShrink: 1, paddingRight: 12 },
  total: { flexDirection: "row", justifyContent: "space-between", paddingVertical: 3 },
  balance: {
    flexDirection: "row",
    justifyContent: "space-between",
    alignItems: "flex-end",
    borderTopWidth: 0.8,
    borderTopColor: INK,
    marginTop: 5,
    paddingTop: 7,
    fontWeight: 600,
    fontSize: 11,
  },
  plan: { width: 200, marginTop: 24 },
  stub: {
    flexDirection: "row",
    gap: 24,
    borderTopWidth: 0.8,
    borderTopColor: MUTED,
    borderTopStyle: "dashed",
    marginTop: 40,
    paddingTop: 14,
  },
  stubPart: { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  footer: {
    position: "absolute",
    top: 800,
    left: 48,
    right: 48,
    flexDirection: "row",
    justifyContent: "space-between",
  },
});
