import { expect } from "@playwright/test";
import { server } from "./server";

export type Mail = { id: string; to: string[]; subject: string; html: string; text: string };

/** Every message to an address whose subject matches, as things stand. */
export async function mailsTo(address: string, subject: RegExp): Promise<Mail[]> {
  const response = await fetch(`${server.sandboxUrl}/api/mailbox?to=${encodeURIComponent(address)}`);
  const { messages } = (await response.json()) as { messages: Mail[] };
  return messages.filter((mail) => subject.test(mail.subject));
}

/** The newest message to an address whose subject matches, as soon as it has arrived. */
export async function mailTo(address: string, subject: RegExp): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    [found] = await mailsTo(address, subject);
    expect(found, `a message to ${address} about ${subject}`).toBeDefined();
  }).toPass({ timeout: 20_000 });
  if (!found) throw new Error("unreachable");
  return found;
}

/** The first link in a message that leads to such a path. */
export function linkIn(mail: Mail, path: RegExp): string {
  const links = [...mail.html.matchAll(/href="([^"]+)"/g)].map((match) =>
    (match[1] ?? "").replaceAll("&amp;", "&"),
  );
  const link = links.find((href) => path.test(href));
  if (!link) throw new Error(`No link to ${path} in “${mail.subject}”`);
  return link;
}
