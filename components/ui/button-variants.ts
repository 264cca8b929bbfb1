import { cva, type VariantProps } from "class-variance-authority";

/** Classes of a button; also for links that look like one. */
export const buttonVariants = cva(
  "relative inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium select-none transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-primary text-primary-foreground shadow-raised hover:bg-primary-hover",
        secondary:
          "border border-border bg-card text-foreground shadow-raised hover:bg-accent dark:border-input/60",
        ghost: "text-foreground hover:bg-accent",
        danger: "bg-danger text-white shadow-raised hover:bg-danger-hover",
        link: "h-auto px-0 text-link underline-offset-4 hover:underline",
      },
      size: {
        sm: "h-7 px-2.5 text-sm touch:h-9",
        md: "h-8 px-3 text-sm touch:h-10",
        lg: "h-10 px-4 text-base touch:h-11",
        icon: "size-8 touch:size-10",
        "icon-sm": "size-7 touch:size-9",
      },
    },
    compoundVariants: [{ variant: "link", class: "h-auto px-0 touch:h-auto" }],
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonVariants = VariantProps<typeof buttonVariants>;
