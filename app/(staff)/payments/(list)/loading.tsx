import { Loading, PageHeaderSkeleton, Skeleton, TableSkeleton } from "@/components/ui/skeleton";

export default function PaymentsLoading() {
  return (
    <Loading>
      <PageHeaderSkeleton />
      <Skeleton className="mb-3 h-9 w-full max-w-md" />
      <Skeleton className="mb-4 h-8 w-full max-w-sm" />
      <TableSkeleton rows={12} />
    </Loading>
  );
}
