/** The page of what an audit entry is about; undefined where there is none. */
export function auditSubjectHref(subjectType: string, subjectId: string): string | undefined {
  if (subjectType === "invoice") return `/invoices/${subjectId}`;
  if (subjectType === "payment") return `/payments/${subjectId}`;
  if (subjectType === "client") return `/clients/${subjectId}`;
  return undefined;
}
