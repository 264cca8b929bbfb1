"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FileDrop } from "@/components/files/file-drop";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { acceptOf, mib, uploads } from "@/lib/core/uploads";
import { drawnSize } from "@/lib/documents/logo";
import type { DocumentLogo } from "@/lib/documents/types";
import type { ActionResult } from "@/lib/web/action";

/** The organization's logo: how it looks on light and dark, another one, none. */
export function LogoCard({
  logo,
  remove,
}: {
  logo: DocumentLogo | undefined;
  remove: (input: unknown) => Promise<ActionResult<void>>;
}) {
  const t = useTranslations("settings.logo");
  const router = useRouter();
  const removing = useAction(remove, () => toast.success(t("removed")));
  const { maxSize } = uploads.logo;
  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={t("hint")}
        actions={
          logo && (
            <Button size="sm" pending={removing.pending} onClick={() => removing.run({})}>
              {t("remove")}
            </Button>
          )
        }
      />
      <CardContent className="flex flex-col gap-4">
        {logo && (
          <div className="grid grid-cols-2 overflow-hidden rounded-md border border-border">
            {(["bg-white", "bg-neutral-900"] as const).map((ground, index) => (
              <div key={ground} className={`flex min-h-24 items-center justify-center p-4 ${ground}`}>
                {/* biome-ignore lint/performance/noImgElement: the image optimizer is closed. */}
                <img
                  src={logo.src}
                  alt={index === 0 ? t("preview") : ""}
                  {...drawnSize(logo)}
                  className="h-auto max-w-full"
                />
              </div>
            ))}
          </div>
        )}
        <FileDrop
          label={logo ? t("replace") : t("choose")}
          hint={t("limits", { size: mib(maxSize) })}
          accept={acceptOf("logo")}
          address="/settings/logo"
          maxSize={maxSize}
          onDone={() => {
            toast.success(t("saved"));
            router.refresh();
          }}
        />
      </CardContent>
    </Card>
  );
}
