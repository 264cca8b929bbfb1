"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import { useUpload } from "./use-upload";

/** Where a file is dropped or chosen, what came of it, and how far its sending has come. */
export function FileDrop({
  label,
  hint,
  accept,
  address,
  maxSize,
  onDone,
}: {
  label: string;
  hint: string;
  /** Content types, for the chooser of the browser. */
  accept: string;
  address: string;
  maxSize: number;
  onDone: () => void;
}) {
  const t = useTranslations("files");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { progress, problem, send } = useUpload({ address, maxSize, onDone });
  const take = (list: FileList | null) => {
    const file = list?.[0];
    if (file && progress === null) send(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      className={cn(
        "flex flex-col items-center gap-2 rounded-md border border-dashed border-border px-4 py-5 text-center",
        over && "border-primary bg-muted",
      )}
    >
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
      <Button
        pending={progress !== null}
        aria-describedby={`${id}-hint ${id}-problem`}
        onClick={() => input.current?.click()}
      >
        <Upload aria-hidden />
        {label}
      </Button>
      <p id={`${id}-hint`} className="text-xs text-pretty text-muted-foreground">
        {hint}
      </p>
      {progress !== null && <Progress value={progress < 100 ? progress : null} label={t("sending")} />}
      <p id={`${id}-problem`} role="alert" className="text-sm text-danger-text empty:hidden">
        {problem}
      </p>
    </div>
  );
}
