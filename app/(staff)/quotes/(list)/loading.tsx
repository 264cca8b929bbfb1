import { Loading, PageHeaderSkeleton, Skeleton, TableSkeleton } from "@/components/ui/skeleton";

export default function QuotesLoading() {
  return (
    <Loading>
      <PageHeaderSkeleton />
      <Skeleton className="mb-3 h-9 w-full max-w-md" />
      <TableSkeleton rows={12} />
    </Loading>
  );
}
