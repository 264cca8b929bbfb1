import postgres, { type TransactionSql } from "postgres";
import { auditTexts, chainStart, type EntryTexts, entryHash, linkHash } from "./chain";
import { isSigned, type SignedHead } from "./heads";

/** What is wrong with one row; `id`, `at` and `action` as far as they can still be known. */
export type Finding = {
  seq: number | null;
  id: string | null;
  /** ISO instant. */
  at: string | null;
  action: string | null;
  what: string;
};

export type VerifiedChain = {
  organization: string;
  links: number;
  /** The last of its links that a head of the trusted key names. */
  signedUntil: number;
  findings: Finding[];
};

/** Heads that were kept outside the database, and the public key (base64url) whose signatures count. */
export type Trusted = { heads: readonly SignedHead[]; key: string };

type Link = EntryTexts & { seq: string; entry_id: string; entry_hash: Buffer; link: Buffer };

const BATCH = 2000;

/**
 * Recomputes every organization's chain of audit entries, as of one moment, and compares it with the signed heads; writes
 * nothing. `ownerUrl` is the connection of the database's owner, who alone sees every organization.
 */
export async function verifyAudit(
  ownerUrl: string,
  trusted: Trusted,
  say: (text: string) => void = () => {},
): Promise<VerifiedChain[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await sql.begin("isolation level repeatable read read only", async (tx) => {
      const organizations = await tx<{ id: string; name: string }[]>`
        select id, name from organizations order by name, id`;
      const verified: VerifiedChain[] = [];
      for (const { id, name } of organizations) {
        say(name);
        verified.push({ organization: name, ...(await verifyChain(tx, id, trusted)) });
      }
      const gone = trusted.heads.filter((head) => !organizations.some(({ id }) => id === head.organization));
      for (const organization of new Set(gone.map((head) => head.organization)))
        verified.push({
          organization,
          links: 0,
          signedUntil: 0,
          findings: [nowhere("organization is gone")],
        });
      return verified;
    });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** One organization's chain, within a transaction of the owner. */
export async function verifyChain(
  sql: TransactionSql,
  organizationId: string,
  { heads, key }: Trusted,
): Promise<Omit<VerifiedChain, "organization">> {
  const findings: Finding[] = [];
  const own = heads.filter((head) => head.organization === organizationId);
  const signed = own.filter((head) => head.key === key && isSigned(head));
  if (signed.length < own.length)
    findings.push(nowhere(`${own.length - signed.length} of its heads not signed with the present key`));
  const expected = new Map<number, SignedHead[]>();
  for (const head of signed) expected.set(head.seq, [...(expected.get(head.seq) ?? []), head]);
  let [seq, signedUntil] = [0, 0];
  let previous: Uint8Array = chainStart(organizationId);

  const links = sql<Link[]>`
    select c.seq, c.entry_id, c.entry_hash, c.hash as link, ${sql.unsafe(auditTexts)}
    from audit_chain c left join audit_log l on l.organization_id = c.organization_id and l.id = c.entry_id
    where c.organization_id = ${organizationId} order by c.seq`;
  for await (const rows of links.cursor(BATCH))
    for (const row of rows) {
      const place = Number(row.seq);
      const found = (what: string) =>
        findings.push({ ...rowOf(row.entry_id, row.created_at, row.action), seq: place, what });
      const gap = place - seq - 1;
      if (gap > 0) found(`${gap} link(s) before it are gone`);
      else if (!linkHash(previous, place, row.entry_hash).equals(row.link))
        found("its link does not follow from the one before it");
      if (row.id === null) found("the entry is gone");
      else if (!entryHash(row).equals(row.entry_hash)) found("the entry was changed");
      for (const head of expected.get(place) ?? []) {
        signedUntil = place;
        if (head.hash !== row.link.toString("hex")) found(`another link was signed on ${head.at}`);
      }
      [seq, previous] = [place, row.link];
    }
  const cut = signed.filter((head) => head.seq > seq).sort((a, b) => b.seq - a.seq)[0];
  if (cut)
    findings.push({
      ...nowhere(`the chain ends at ${seq}, but this link was signed on ${cut.at}`),
      seq: cut.seq,
    });
  findings.push(...(await unlinked(sql, organizationId)));
  return { links: seq, signedUntil, findings };
}

/** Entries without a link: those that never waited for one, those that wait too long, and waiting ones that are gone. */
async function unlinked(sql: TransactionSql, organizationId: string): Promise<Finding[]> {
  const rows = await sql<{ id: string; at: string | null; action: string | null; what: string }[]>`
    select coalesce(l.id, w.entry_id) as id, to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      l.action, case when l.id is null then 'the entry vanished before it was sealed'
        when w.entry_id is null then 'the entry is not in the chain'
        else 'the entry has waited for more than a minute to be sealed' end as what
    from (select * from audit_log where organization_id = ${organizationId}) l
      full join (select * from audit_unsealed where organization_id = ${organizationId}) w on w.entry_id = l.id
    where (w.entry_id is null or l.id is null or l.created_at < now() - interval '1 minute')
      and not exists (select 1 from audit_chain c where c.organization_id = ${organizationId} and c.entry_id = l.id)
    order by 1`;
  return rows.map(({ id, at, action, what }) => ({ ...rowOf(id, at, action), what }));
}

const nowhere = (what: string): Finding => ({ seq: null, id: null, at: null, action: null, what });

/** An entry that is gone still tells by its id (UUIDv7, RFC 9562, 5.7) when it was made. */
function rowOf(id: string, at: string | null, action: string | null) {
  const made = new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16));
  return { seq: null, id, at: at ?? (Number.isNaN(made.getTime()) ? null : made.toISOString()), action };
}
