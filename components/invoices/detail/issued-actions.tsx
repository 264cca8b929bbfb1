"use client";

import {
  Ban,
  BellRing,
  Copy,
  Download,
  Ellipsis,
  Eraser,
  ExternalLink,
  Link2,
  ReceiptText,
  Send,
  Unlink,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { useCan } from "@/components/shell/granted";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/web/action";
import { type EndAction, EndDialog, type Ending } from "./end-dialog";
import { RevokeDialog } from "./revoke-dialog";
import { type SendAction, SendDialog, type Sending } from "./send-dialog";
import { type CopyAction, useCopy } from "./use-copy";
import { useCopyLink } from "./use-copy-link";

export type IssuedActionsProps = {
  id: string;
  number: string;
  client: { id: string; name: string; email: string | null } | null;
  /** An erased client is sent nothing, and nothing new is written for it. */
  erased: boolean;
  wasSent: boolean;
  /** Whether it may be sent: void ones may not. */
  sendable: boolean;
  /** Whether anything is owed of which its client may be reminded. */
  remindable: boolean;
  /** Address of the hosted page; null while there is no link. */
  hostedUrl: string | null;
  send: SendAction;
  remind: SendAction;
  createLink: (input: { id: string }) => Promise<ActionResult<{ url: string }>>;
  revokeLink: (input: { id: string }) => Promise<ActionResult<{ id: string }>>;
  /** Ids for the drafts that may be made out of this document. */
  newIds: { duplicate: string; credit: string };
  duplicate: CopyAction;
  credit: CopyAction;
  /** The ways in which it may end without being paid, and what it owes, as text. */
  endings: readonly Ending[];
  owed: string;
  endWith: Record<Ending, EndAction>;
  creditable: boolean;
};

/** What can be done with an issued invoice: hand it over, look at it as its reader does, take it back. */
export function IssuedActions(props: IssuedActionsProps) {
  const { id, number, client, wasSent, hostedUrl, createLink, revokeLink } = props;
  const can = useCan();
  const sends = can("invoice.send") && !props.erased;
  const writes = can("invoice.write") && !props.erased;
  const endings = props.endings.filter((one) => can(`invoice.${one}`));
  const hasMenu = sends || hostedUrl || writes || endings.length > 0;
  const t = useTranslations("invoices.detail");
  const { copyLink, pending } = useCopyLink(id, hostedUrl, createLink);
  const [revoking, setRevoking] = useState(false);
  const [sending, setSending] = useState<Sending | null>(null);
  // What was sent and is owed asks for a reminder; sending the invoice itself again is the rarer wish.
  const reminds = sends && wasSent && props.remindable;
  const sendAs = wasSent ? "again" : "send";
  const [ending, setEnding] = useState<Ending | null>(null);
  const duplicate = useCopy(id, props.newIds.duplicate, props.duplicate);
  const credit = useCopy(id, props.newIds.credit, props.credit);
  const revoke = useAction(revokeLink, () => {
    toast.success(t("revoked"));
  });
  return (
    <>
      {/* Not a router link: it is a file. */}
      <a href={`/invoices/${id}/pdf`} className={buttonVariants({})}>
        <Download aria-hidden />
        {t("download")}
      </a>
      {hasMenu && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button
              size="icon"
              aria-label={t("more")}
              pending={pending || duplicate.pending || credit.pending}
              className="order-last"
            >
              <Ellipsis aria-hidden />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent>
            {(sends || hostedUrl) && (
              <DropdownMenuItem onSelect={() => void copyLink()}>
                <Link2 aria-hidden />
                {t("copyLink")}
              </DropdownMenuItem>
            )}
            {hostedUrl && (
              <DropdownMenuItem asChild>
                <a href={hostedUrl} target="_blank" rel="noreferrer">
                  <ExternalLink aria-hidden />
                  {t("viewAsClient")}
                </a>
              </DropdownMenuItem>
            )}
            {reminds && (
              <DropdownMenuItem onSelect={() => setSending("again")}>
                <Send aria-hidden />
                {t("sending.again.button")}
              </DropdownMenuItem>
            )}
            {writes && (
              <DropdownMenuItem onSelect={duplicate.copy}>
                <Copy aria-hidden />
                {t("duplicate")}
              </DropdownMenuItem>
            )}
            {props.creditable && writes && can("creditNote.write") && (
              <DropdownMenuItem onSelect={credit.copy}>
                <ReceiptText aria-hidden />
                {t("credit")}
              </DropdownMenuItem>
            )}
            {((hostedUrl && sends) || endings.length > 0) && <DropdownMenuSeparator />}
            {hostedUrl && sends && (
              <DropdownMenuItem tone="danger" onSelect={() => setRevoking(true)}>
                <Unlink aria-hidden />
                {t("revoke")}
              </DropdownMenuItem>
            )}
            {endings.map((one) => (
              <DropdownMenuItem key={one} tone="danger" onSelect={() => setEnding(one)}>
                {one === "void" ? <Ban aria-hidden /> : <Eraser aria-hidden />}
                {t(one)}
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
      <EndDialog
        id={id}
        number={number}
        owed={props.owed}
        ending={ending}
        action={props.endWith[ending ?? "void"]}
        onClose={() => setEnding(null)}
      />
      {props.sendable && sends && (
        <Button
          variant={wasSent ? "secondary" : "primary"}
          onClick={() => setSending(reminds ? "remind" : sendAs)}
        >
          {reminds ? <BellRing aria-hidden /> : <Send aria-hidden />}
          {t(`sending.${reminds ? "remind" : sendAs}.button`)}
        </Button>
      )}
      <SendDialog
        id={id}
        number={number}
        client={client}
        sending={sending}
        send={sending === "remind" ? props.remind : props.send}
        onClose={() => setSending(null)}
      />
      <RevokeDialog
        open={revoking}
        pending={revoke.pending}
        onClose={() => setRevoking(false)}
        onConfirm={async () => {
          if (await revoke.run({ id })) setRevoking(false);
        }}
      />
    </>
  );
}
