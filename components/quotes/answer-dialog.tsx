"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type AnswerAction, AnswerForm } from "@/components/pay/answer-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogTrigger } from "@/components/ui/dialog";

/** Notes an answer that the client gave in another way than on the hosted page. */
export function AnswerDialog({ id, answer }: { id: string; answer: AnswerAction }) {
  const t = useTranslations("quotes.answer");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>{t("open")}</Button>
      </DialogTrigger>
      <DialogContent title={t("title")} description={t("text")}>
        <DialogBody className="flex flex-col gap-4 pb-5">
          <AnswerForm id={id} answer={answer} />
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}
