"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useCallback, useRef, useState } from "react";
import { Dialog, DialogBody, DialogContent } from "@/components/ui/dialog";
import type { Why } from "@/lib/documents/why";
import { WhySteps } from "./why-steps";

/** Opens the derivation at what a key names; null where none is at hand. */
const Open = createContext<((at: string, from: HTMLElement) => void) | null>(null);

/** Lets the amounts inside say why they are what they are. */
export function WhyAmounts({ why, children }: { why: Why; children: ReactNode }) {
  return <WhyProvider find={() => why}>{children}</WhyProvider>;
}

/** The same where the derivation changes while it is typed: asked for when an amount is pointed at. */
export function WhyProvider({ find, children }: { find: () => Why; children: ReactNode }) {
  const t = useTranslations("why");
  const [shown, setShown] = useState<{ why: Why; at: string } | null>(null);
  const latest = useRef(find);
  latest.current = find;
  const pointedAt = useRef<HTMLElement>(null);
  const open = useCallback((at: string, from: HTMLElement) => {
    pointedAt.current = from;
    setShown({ why: latest.current(), at });
  }, []);
  const body = useRef<HTMLDivElement>(null);
  return (
    <Open value={open}>
      {children}
      <Dialog open={shown !== null} onOpenChange={(isOpen) => !isOpen && setShown(null)}>
        <DialogContent
          title={t("title")}
          description={t("text")}
          className="sm:max-w-xl"
          onOpenAutoFocus={(event) => {
            const pointed = body.current?.querySelector<HTMLElement>("[data-pointed]");
            if (!pointed) return;
            event.preventDefault();
            pointed.focus({ preventScroll: true });
            pointed.scrollIntoView({ block: "center" });
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            pointedAt.current?.focus();
          }}
        >
          {/* A long derivation must be scrollable by keyboard. */}
          <DialogBody ref={body} role="region" aria-label={t("title")} tabIndex={0}>
            {shown && <WhySteps why={shown.why} at={shown.at} />}
          </DialogBody>
        </DialogContent>
      </Dialog>
    </Open>
  );
}

/** An amount that can be asked why it is what it is; `at` is a key of `totalRows`, or a line's. */
export function WhyButton({ at, children }: { at: string; children: ReactNode }) {
  const t = useTranslations("why");
  const open = use(Open);
  if (!open) return children;
  return (
    <button
      type="button"
      title={t("title")}
      onClick={(event) => open(at, event.currentTarget)}
      className="cursor-help rounded-sm underline decoration-current/35 decoration-dotted underline-offset-4 hover:decoration-current print:no-underline"
    >
      {children}
    </button>
  );
}
