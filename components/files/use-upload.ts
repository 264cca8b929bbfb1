import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/web/action";

/** Sends a file as the body of a request and says how far that has come, which `fetch` cannot. */
export function useUpload({
  address,
  maxSize,
  onDone,
}: {
  address: string;
  /** Bytes; a larger file is refused before it is sent. */
  maxSize: number;
  onDone: () => void;
}) {
  const problems = useTranslations("errors");
  const t = useTranslations("files");
  const [progress, setProgress] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const send = (file: File): void => {
    if (file.size > maxSize) {
      setProblem(problems("fileTooLarge", { limit: maxSize / 1024 / 1024 }));
      return;
    }
    setProblem(null);
    setProgress(0);
    const request = new XMLHttpRequest();
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => setProgress(Math.round((loaded / total) * 100));
    request.onloadend = () => {
      setProgress(null);
      const result = request.response as ActionResult<unknown> | null;
      if (result?.ok) onDone();
      else setProblem(result?.error.fields.file ?? result?.error.message ?? t("lost"));
    };
    request.open("POST", address);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.send(file);
  };
  return { progress, problem, send };
}
