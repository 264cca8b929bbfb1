"use client";

import { CircleUser } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { UserMenu } from "@/components/shell/user-menu";
import { DropdownMenuItem, DropdownMenuLabel } from "@/components/ui/dropdown-menu";
import type { Role } from "@/lib/core/permissions";
import { SignOutItem } from "./sign-out-item";

/** Who is signed in, with which role and address, and the way out. */
export function AccountMenu({
  name,
  email,
  role,
  signOut,
}: {
  name: string;
  email: string;
  role: Role | { name: string };
  signOut: () => Promise<void>;
}) {
  const t = useTranslations("staff");
  return (
    <UserMenu name={name} detail={typeof role === "string" ? t(`roles.${role}`) : role.name}>
      <DropdownMenuLabel className="truncate">{email}</DropdownMenuLabel>
      <DropdownMenuItem asChild>
        <Link href="/account">
          <CircleUser aria-hidden />
          {t("account")}
        </Link>
      </DropdownMenuItem>
      <SignOutItem action={signOut} />
    </UserMenu>
  );
}
