import { Loading, PageHeaderSkeleton, Skeleton, TableSkeleton } from "@/components/ui/skeleton";

export default function ReportsLoading() {
  return (
    <Loading>
      <PageHeaderSkeleton />
      <Skeleton className="mb-4 h-9 w-full max-w-md" />
      <TableSkeleton rows={12} />
    </Loading>
  );
}
