import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { type ButtonVariants, buttonVariants } from "./button-variants";
import { cn } from "./cn";

export type ButtonProps = ComponentProps<"button"> &
  ButtonVariants & {
    /** Renders the only child (a link, for instance) with the look of a button. */
    asChild?: boolean;
    /** Work is under way: the button keeps its width and its focus, shows it, and ignores presses. */
    pending?: boolean;
  };

/** A button. `type` is "button" unless said otherwise, so that none submits a form by accident. */
export function Button({
  asChild,
  pending = false,
  variant,
  size,
  className,
  type = "button",
  onClick,
  children,
  ...props
}: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...props} onClick={onClick}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      {...props}
      type={type}
      className={cn(classes, pending && "overflow-hidden aria-disabled:opacity-80")}
      // Not `disabled`: that would drop the keyboard's focus while the work runs.
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
    >
      {children}
      {pending && (
        <span
          aria-hidden
          className="absolute inset-x-0 bottom-0 h-0.5 animate-indeterminate [background:linear-gradient(to_right,currentColor_35%,transparent_35%)]"
        />
      )}
    </button>
  );
}
