"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { neededBy, withNeeded, withoutNeeding } from "@/lib/core/custom-roles";
import { needsStepUp, type Permission } from "@/lib/core/permissions";
import { type PermissionGroup, permissionGroups } from "./permission-groups";

type Props = {
  chosen: readonly Permission[];
  onChange: (chosen: Permission[]) => void;
  /** What the chooser has and may give. */
  giveable: readonly Permission[];
};

/** Permissions by what they are about. What another one needs is chosen with it, and stays while that is chosen. */
export function PermissionPicker({ chosen, onChange, giveable }: Props) {
  const t = useTranslations("users.permissions");
  const form = useTranslations("users.roles");
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const shown = permissionGroups
    .map((group) => ({
      ...group,
      permissions: group.permissions.filter(
        (one) =>
          giveable.includes(one) &&
          `${t(`names.${one}`)} ${t(`groups.${group.name}`)}`.toLowerCase().includes(wanted),
      ),
    }))
    .filter(({ permissions }) => permissions.length > 0);
  return (
    <div className="flex flex-col gap-4">
      <Input
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        // The search is not what the form sends.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        aria-label={form("search")}
        placeholder={form("search")}
        className="max-w-sm"
      />
      {shown.map((group) => (
        <Group key={group.name} group={group} chosen={chosen} onChange={onChange} />
      ))}
      {shown.length === 0 && <p className="text-sm text-muted-foreground">{form("noMatch")}</p>}
    </div>
  );
}

function Group({
  group: { name, permissions },
  chosen,
  onChange,
}: Omit<Props, "giveable"> & { group: PermissionGroup }) {
  const t = useTranslations("users.permissions");
  const form = useTranslations("users.roles");
  const all = permissions.every((one) => chosen.includes(one));
  const toggleAll = () => {
    const rest = chosen.filter((one) => !permissions.includes(one));
    onChange(withNeeded(all ? rest : [...chosen, ...permissions]));
  };
  return (
    <fieldset className="min-w-0 rounded-lg border border-border px-4 py-3">
      <legend className="sr-only">{t(`groups.${name}`)}</legend>
      <div className="mb-1 flex items-center justify-between gap-3">
        <span aria-hidden className="text-sm font-medium">
          {t(`groups.${name}`)}
        </span>
        <Button size="sm" variant="ghost" onClick={toggleAll}>
          {form(all ? "selectNone" : "selectAll")}
          <span className="sr-only">: {t(`groups.${name}`)}</span>
        </Button>
      </div>
      <div className="grid gap-x-6 md:grid-cols-2">
        {permissions.map((permission) => {
          const needing = neededBy(permission, chosen);
          const checked = chosen.includes(permission);
          const change = () =>
            onChange(checked ? withoutNeeding(permission, chosen) : withNeeded([...chosen, permission]));
          return (
            <Checkbox
              key={permission}
              checked={checked}
              disabled={checked && needing.length > 0}
              onChange={change}
              label={
                <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
                  {t(`names.${permission}`)}
                  {needsStepUp(permission) && (
                    <Badge tone="warning" title={form("stepUpHint")}>
                      <KeyRound aria-hidden className="mr-1 inline" />
                      {form("stepUp")}
                    </Badge>
                  )}
                </span>
              }
              hint={
                checked && needing[0]
                  ? form("neededBy", { name: t(`names.${needing[0]}`), more: needing.length - 1 })
                  : undefined
              }
            />
          );
        })}
      </div>
    </fieldset>
  );
}
