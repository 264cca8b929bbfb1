import { redirect } from "next/navigation";
import { newId } from "@/lib/platform/ids";
import { requirePermission } from "@/lib/web/current";
import { firstValues, pathWith, type SearchParams } from "@/lib/web/params";

/**
 * Gives a new invoice its id before anything is typed: sent twice it is saved once, and what is kept in the
 * browser is found again under the same address.
 */
export default async function NewInvoicePage({ searchParams }: { searchParams: SearchParams }) {
  await requirePermission("invoice.write");
  const { client, kind } = await firstValues(searchParams);
  redirect(pathWith(`/invoices/${newId()}/edit`, { new: "1", client, kind }));
}
