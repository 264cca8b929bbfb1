import { useTranslations } from "next-intl";
import { ShellBanner } from "@/components/shell/shell-banner";

/** Says on every page what is not real: the world outside, the data, or both. Nothing when all is real. */
export function SandboxBanner({
  sandbox,
  demo = false,
}: {
  sandbox: { mailboxUrl: string | null } | null;
  /** The organization holds made-up data. */
  demo?: boolean;
}) {
  const t = useTranslations("staff.banner");
  if (!sandbox && !demo) return null;
  const mailbox = (words: React.ReactNode) =>
    sandbox?.mailboxUrl ? (
      <a href={sandbox.mailboxUrl} target="_blank" rel="noreferrer">
        {words}
      </a>
    ) : (
      words
    );
  return (
    <ShellBanner>
      {sandbox && t.rich("sandbox", { mailbox })} {demo && t("demo")}
    </ShellBanner>
  );
}
