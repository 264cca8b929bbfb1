import type { ReactNode } from "react";
import { LogoMark } from "./logo";
import { MobileNav } from "./mobile-nav";
import type { NavGroup } from "./nav";
import { SidebarNav } from "./sidebar-nav";
import { SkipLink } from "./skip-link";

/** The frame of every page behind the sign-in: navigation at the left, on phones behind a button. */
export function AppShell({
  organization,
  nav,
  user,
  banner,
  search,
  actions,
  children,
}: {
  /** Name of the organization that people are working in. */
  organization: string;
  nav: readonly NavGroup[];
  /** Bottom of the sidebar: a `UserMenu`. */
  user: ReactNode;
  /** Above everything: a `ShellBanner`. */
  banner?: ReactNode;
  /** Above the navigation: a `CommandPaletteTrigger`. */
  search?: ReactNode;
  /** Right end of the top bar on phones, and beside the organization's name on wide screens. */
  actions?: ReactNode;
  children: ReactNode;
}) {
  const heading = (
    <span className="flex min-w-0 items-center gap-2.5">
      <LogoMark className="size-5.5 shrink-0 text-primary dark:text-link" />
      <span className="min-w-0 truncate text-base font-semibold tracking-tight">{organization}</span>
    </span>
  );
  return (
    // The banner takes one line, so that the sidebar can be exactly as high as what is left of the window.
    <div className="flex min-h-dvh flex-col [--banner:0px] [--sticky-top:3rem] has-[>[data-banner]>*]:[--banner:1.8125rem] lg:[--sticky-top:var(--banner)]">
      <SkipLink />
      <div data-banner className="lg:sticky lg:top-0 lg:z-40 lg:h-(--banner) lg:overflow-hidden">
        {banner}
      </div>
      <div className="flex flex-1">
        <aside className="sticky top-(--banner) hidden h-[calc(100dvh-var(--banner))] w-60 shrink-0 flex-col border-r border-border bg-background lg:flex print:hidden">
          <div className="flex h-14 shrink-0 items-center justify-between gap-2 px-4">
            {heading}
            {actions}
          </div>
          {search && <div className="px-3 pb-3">{search}</div>}
          <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
            <SidebarNav groups={nav} />
          </div>
          <div className="border-t border-border p-2">{user}</div>
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="sticky top-0 z-30 flex h-12 items-center gap-2 border-b border-border bg-background px-2 lg:hidden print:hidden">
            <MobileNav heading={heading} groups={nav} footer={user} />
            <span className="min-w-0 flex-1 truncate font-semibold">{organization}</span>
            {actions}
          </div>
          <main id="content" tabIndex={-1} className="flex-1 scroll-mt-12 focus:outline-none">
            <div className="mx-auto w-full max-w-6xl px-4 py-5 sm:px-6 lg:px-8 lg:py-7">{children}</div>
          </main>
        </div>
      </div>
    </div>
  );
}
