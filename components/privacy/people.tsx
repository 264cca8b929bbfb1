import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { listErasable } from "@/lib/privacy/retention-queries";
import { ErasePerson } from "./erase-person";
import { Section } from "./section";
import type { Action } from "./types";

type Person = Awaited<ReturnType<typeof listErasable>>[number];

/** Everybody who belongs to the organization, with the way to erase them. One's own row has none: another admin has it. */
export function People({
  people,
  ownId,
  erase,
}: {
  people: readonly Person[];
  ownId: string;
  erase: Action<{ erased: boolean }>;
}) {
  const t = useTranslations("privacy.person");
  const roles = useTranslations("staff.roles");
  const columns: Column<Person>[] = [
    {
      key: "name",
      header: t("name"),
      cell: (person) => (
        <>
          <span className="font-medium [overflow-wrap:anywhere]">{person.name}</span>
          <span className="block text-xs text-muted-foreground [overflow-wrap:anywhere]">{person.email}</span>
        </>
      ),
    },
    {
      key: "role",
      header: t("role"),
      showFrom: "sm",
      cell: (person) => <bdi>{person.role === "custom" ? person.roleName : roles(person.role)}</bdi>,
    },
    {
      key: "actions",
      header: t("actions"),
      hideHeader: true,
      align: "end",
      cell: (person) => person.userId !== ownId && <ErasePerson person={person} action={erase} />,
    },
  ];
  return (
    <Section title={t("title")} description={t("description")}>
      <DataTable caption={t("title")} columns={columns} rows={people} rowKey={(person) => person.userId} />
    </Section>
  );
}
