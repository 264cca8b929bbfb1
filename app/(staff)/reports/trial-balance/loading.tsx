import { Loading, PageHeaderSkeleton, Skeleton, TableSkeleton } from "@/components/ui/skeleton";

export default function TrialBalanceLoading() {
  return (
    <Loading>
      <PageHeaderSkeleton />
      <Skeleton className="mb-4 h-9 w-full max-w-md" />
      <TableSkeleton rows={12} />
    </Loading>
  );
}
