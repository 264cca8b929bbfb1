import { notFound } from "next/navigation";
import { DomainError } from "@/lib/platform/errors";

/** For pages: what a query finds, or the not-found page. Someone else's id and no id at all look the same. */
export async function orNotFound<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof DomainError && (error.code === "not_found" || error.code === "invalid")) notFound();
    throw error;
  }
}
