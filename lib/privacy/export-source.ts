import { translator } from "@/lib/i18n/translator";

/** What an archive is made of: documents that are drawn one by one, and texts, which know what was drawn. */
export type ExportSource = {
  documents: readonly { path: string; render: () => Promise<Uint8Array> }[];
  texts: () => Promise<{ path: string; text: string }[]>;
};

/** What a reader needs to know of the file's layout, in it. */
const FORMAT = "counterfoil export 1";

/** The data of an archive as JSON: amounts are texts of minor units, instants ISO 8601 in UTC. */
export const jsonText = (subject: string, exportedAt: Date, sections: Record<string, unknown>): string =>
  `${JSON.stringify(
    { format: FORMAT, subject, exportedAt, ...sections },
    (_, value) => (typeof value === "bigint" ? value.toString() : value),
    2,
  )}\n`;

/** What is in the archive, section by section, in words. */
export function readmeText(
  subject: "client" | "user",
  facts: { organization: string; date: string },
  sections: string[],
) {
  const t = translator("privacy");
  const lines = sections.map((section) => `- ${section}: ${t(`sections.${section}` as "sections.client")}`);
  const intro = [t(`readme.${subject}`, facts), t("readme.amounts")];
  if (subject === "client") intro.push(t("readme.documents"));
  return `${[...intro, t(`readme.file.${subject}`), lines.join("\n"), t("readme.not")].join("\n\n")}\n`;
}
