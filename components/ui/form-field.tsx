import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";
import { Label } from "./label";

/** What a control needs to be tied to its label, hint and message. Spread it onto the control. */
export type FieldControlProps = {
  id: string;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
  "aria-required": true | undefined;
};

export type FormFieldProps = {
  label: ReactNode;
  /** The message beside the field; anything truthy also marks the control as invalid. */
  error?: string | undefined;
  hint?: ReactNode;
  /** Marks the fields that may stay empty; required ones carry no mark. */
  optional?: boolean;
  required?: boolean;
  /** For dense rows whose columns already have headings: the label is for screen readers only. */
  hideLabel?: boolean;
  /** Something at the right of the label: a link, a counter. */
  aside?: ReactNode;
  /** Overrides the generated id. */
  id?: string;
  className?: string;
  /** Given the props that tie the control: `{(field) => <Input {...field} {...register("name")} />}`. */
  children: (field: FieldControlProps) => ReactNode;
};

/** Label, control, hint and error message, tied together for keyboards and screen readers. */
export function FormField({
  label,
  error,
  hint,
  optional,
  required,
  hideLabel,
  aside,
  id,
  className,
  children,
}: FormFieldProps) {
  const t = useTranslations("ui.form");
  const generated = useId();
  const controlId = id ?? generated;
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = error ? `${controlId}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(" ") || undefined;

  return (
    <div className={cn("flex min-w-0 flex-col gap-1.5", hideLabel && "gap-1", className)}>
      <div className={cn("flex items-baseline justify-between gap-3", hideLabel && "sr-only")}>
        <Label htmlFor={controlId}>
          {label}
          {optional && <span className="ml-1.5 font-normal text-muted-foreground">{t("optional")}</span>}
        </Label>
        {aside && <span className="text-xs text-muted-foreground">{aside}</span>}
      </div>
      {children({
        id: controlId,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": describedBy,
        "aria-required": required || undefined,
      })}
      {error && (
        <p id={errorId} className="flex items-start gap-1 text-xs text-danger-text">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          <span className="min-w-0 break-words">{error}</span>
        </p>
      )}
      {hint && (
        <p id={hintId} className="text-xs text-muted-foreground">
          {hint}
        </p>
      )}
    </div>
  );
}
