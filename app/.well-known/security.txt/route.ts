import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

export const dynamic = "force-dynamic";

const VALID_DAYS = 180;

/** How to report a vulnerability to whoever runs this installation (RFC 9116); not found until they say how. */
export function GET(): Response {
  const { SECURITY_CONTACT, APP_URL } = env();
  if (!SECURITY_CONTACT) return new Response("not found", { status: 404 });
  const expires = new Date(clock.now().getTime() + VALID_DAYS * 86_400_000);
  const lines = [
    `Contact: ${SECURITY_CONTACT}`,
    `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
    "Preferred-Languages: en",
    `Canonical: ${new URL("/.well-known/security.txt", APP_URL)}`,
  ];
  return new Response(`${lines.join("\n")}\n`, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
