/** The look that menus, popovers and lists of options share. */
export const menuSurface =
  "z-50 max-h-[min(24rem,var(--radix-popper-available-height,24rem))] animate-pop-in overflow-y-auto rounded-lg border border-border bg-popover p-1 text-sm text-foreground shadow-pop focus:outline-none";

export const menuItem =
  "relative flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-sm select-none outline-none [&[data-disabled='']]:pointer-events-none [&[data-disabled='']]:opacity-50 data-[highlighted]:bg-accent touch:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted-foreground";
