/**
 * For how long a country has issued invoices kept. `books`: counted from the end of the business year, which ends in the
 * next calendar year at the latest; else from the end of the calendar year of issue. `law` is where it says so.
 */
export type RetentionLaw = { years: number; from: "issue" | "books"; law: string };

/** The database computes by the same figures (`cf.retention_law`), which a test asserts. */
const LAWS: Record<string, RetentionLaw> = {
  AT: { years: 7, from: "issue", law: "BAO §132" },
  AU: { years: 5, from: "books", law: "ITAA 1936 s 262A" },
  BE: { years: 10, from: "issue", law: "Code TVA art. 60" },
  CA: { years: 6, from: "books", law: "Income Tax Act s. 230(4), Excise Tax Act s. 286" },
  CH: { years: 10, from: "books", law: "OR Art. 958f" },
  CZ: { years: 10, from: "issue", law: "Zákon o DPH §35" },
  DE: { years: 8, from: "issue", law: "AO §147, UStG §14b" },
  DK: { years: 5, from: "books", law: "Bogføringsloven §12" },
  ES: { years: 6, from: "books", law: "Código de Comercio art. 30" },
  FI: { years: 6, from: "books", law: "Kirjanpitolaki 2:10" },
  FR: { years: 10, from: "books", law: "Code de commerce L123-22" },
  GB: { years: 6, from: "books", law: "VATA 1994 Sch. 11 para. 6, FA 1998 Sch. 18 para. 21" },
  IE: { years: 6, from: "issue", law: "VATCA 2010 s. 84" },
  IN: { years: 8, from: "books", law: "Companies Act 2013 s. 128(5)" },
  IT: { years: 10, from: "books", law: "Codice civile art. 2220" },
  JP: { years: 7, from: "books", law: "消費税法施行令 50" },
  LU: { years: 10, from: "books", law: "Code de commerce art. 16, Loi TVA art. 65" },
  NL: { years: 7, from: "books", law: "AWR art. 52" },
  NO: { years: 5, from: "books", law: "Bokføringsloven §13" },
  NZ: { years: 7, from: "books", law: "GST Act 1985 s. 75" },
  PL: { years: 5, from: "books", law: "Ordynacja podatkowa art. 70, 86" },
  PT: { years: 10, from: "issue", law: "CIVA art. 52" },
  SE: { years: 7, from: "books", law: "Bokföringslagen 7:2" },
  US: { years: 7, from: "books", law: "IRC §6001, §6501; IRS Publication 583" },
};

/** The longest of the usual ones, for a country whose law is not in the table. */
const OTHERS: RetentionLaw = { years: 10, from: "books", law: "" };

/** The law of an organization's country (ISO 3166-1 alpha-2); `law` is empty where it is not known here. */
export const retentionLaw = (country: string): RetentionLaw => LAWS[country] ?? OTHERS;

/** The years that count: those that the organization chose, else the country's. */
export const retentionYears = (country: string, chosen: number | null): number =>
  chosen ?? retentionLaw(country).years;

/** The last day (ISO) on which a document of that issue date is kept. */
export function retainedUntil(issueDate: string, country: string, chosen: number | null): string {
  const later = retentionLaw(country).from === "books" ? 1 : 0;
  return `${Number(issueDate.slice(0, 4)) + retentionYears(country, chosen) + later}-12-31`;
}

/** For how many days an archive that was asked for can be fetched. */
export const exportDays = 7;

/** Minute and hour (UTC) at which all of it is gone through, every day. */
export const RETENTION_AT = "35 1";

/** The next time that it will be. */
export function nextRetention(now: Date): Date {
  const [minute = 0, hour = 0] = RETENTION_AT.split(" ").map(Number);
  const next = new Date(now);
  next.setUTCHours(hour, minute, 0, 0);
  return next > now ? next : new Date(next.getTime() + 86_400_000);
}

/** What is kept for a time only, and for how many days after it has ended. */
export const retentionPeriods = {
  sessions: 90,
  invitations: 90,
  passwordResets: 90,
  emailChanges: 90,
  throttles: 2,
  challenges: 1,
  webhookPayloads: 90,
  archives: 0,
  exports: 90,
  recipients: 0,
  buyers: 0,
} as const;

export type RetentionKind = keyof typeof retentionPeriods;

/** In the order in which they are gone through. */
export const retentionKinds = Object.keys(retentionPeriods) as RetentionKind[];
