import type { World } from "../world";
import type { StoredMail } from "./mail";

/** An email as `/api/mailbox` shows it: attachments by address, not by content. */
export function mailView(world: World, mail: StoredMail) {
  return {
    ...mail,
    url: `${world.url()}/mailbox/${mail.id}`,
    attachments: mail.attachments.map(({ content: _content, ...rest }, index) => ({
      ...rest,
      url: `${world.url()}/mailbox/${mail.id}/attachments/${index}`,
    })),
  };
}

const BASE = '<base target="_top">';

/** The HTML of an email, with its own pictures and links that leave the frame. */
export function mailDocument(mail: StoredMail): string {
  const body = (mail.html ?? "").replace(/cid:([^"'\s)>]+)/g, (whole, id: string) => {
    const index = mail.attachments.findIndex(
      ({ contentId, filename }) => contentId === id || filename === id,
    );
    return index < 0 ? whole : `/mailbox/${mail.id}/attachments/${index}`;
  });
  const head = /<head[^>]*>/i.exec(body);
  if (!head) return `${BASE}${body}`;
  const end = head.index + head[0].length;
  return body.slice(0, end) + BASE + body.slice(end);
}
