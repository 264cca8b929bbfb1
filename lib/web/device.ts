import { cookies } from "next/headers";
import { cookieName, isSecure } from "@/lib/auth/cookies";
import { newToken } from "@/lib/platform/crypto";

/** The longest that browsers keep a cookie (RFC 6265bis, 5.5). */
const DAYS = 400;

/** The random token by which this browser is known again; made at its first sign-in. For server actions. */
export async function deviceToken(): Promise<string> {
  const jar = await cookies();
  const name = cookieName("counterfoil-device");
  const known = jar.get(name)?.value;
  const token = known && /^[\w-]{43}$/.test(known) ? known : newToken();
  jar.set(name, token, {
    httpOnly: true,
    secure: isSecure(),
    sameSite: "lax",
    path: "/",
    maxAge: DAYS * 86_400,
  });
  return token;
}
