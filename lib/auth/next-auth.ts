import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { LONGEST_SESSION } from "@/lib/core/session-limits";
import { addressOf } from "@/lib/platform/address";
import type { Ctx } from "@/lib/platform/context";
import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { cookieName, isSecure } from "./cookies";
import { signIn as startSession } from "./sign-in";
import { readTicket } from "./ticket";

declare module "next-auth" {
  interface User {
    sessionId?: string;
  }
  interface Session {
    sessionId?: string;
  }
}

/** A refusal with our words, on its way through next-auth. */
export class Refused extends CredentialsSignin {
  constructor(readonly problem: DomainError) {
    super();
    this.code = problem.key;
  }
}

/** The cookie is an encrypted token that holds the session's id alone; everything else is read from the database. */
export const { handlers, auth, signIn, signOut } = NextAuth(() => ({
  secret: env().AUTH_SECRET,
  trustHost: true,
  session: { strategy: "jwt", maxAge: LONGEST_SESSION },
  useSecureCookies: isSecure(),
  cookies: { sessionToken: { name: cookieName("authjs.session-token") } },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  // Without a logger of its own a wrong password prints a stack trace.
  logger: {
    error: (error) => {
      if (!(error instanceof CredentialsSignin)) log.error({ err: error }, "next-auth");
    },
    warn: (code) => log.warn({ code }, "next-auth"),
    debug: () => {},
  },
  providers: [
    Credentials({
      credentials: { email: {}, password: {}, device: {} },
      authorize: async (credentials, request) => {
        try {
          const { headers } = request;
          const ctx: Ctx = {
            actor: { kind: "anonymous", organizationId: null },
            requestId: headers.get("x-request-id") ?? newId(),
            ip: addressOf(headers),
          };
          const device = typeof credentials.device === "string" ? credentials.device : null;
          const agent = headers.get("user-agent");
          const { sessionId, userId } = await startSession(ctx, credentials, agent, device);
          return { id: userId, sessionId };
        } catch (error) {
          if (error instanceof DomainError) throw new Refused(error);
          throw error;
        }
      },
    }),
    // For a session that was just started by another proof than a password; the ticket never leaves the server.
    Credentials({
      id: "ticket",
      credentials: { ticket: {} },
      authorize: ({ ticket }) => readTicket(ticket),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user?.sessionId ? { sid: user.sessionId } : token),
    session: ({ session, token }) => ({
      expires: session.expires,
      sessionId: typeof token.sid === "string" ? token.sid : "",
    }),
  },
}));
