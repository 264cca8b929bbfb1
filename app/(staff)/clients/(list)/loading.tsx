import { Loading, PageHeaderSkeleton, Skeleton, TableSkeleton } from "@/components/ui/skeleton";

export default function ClientsLoading() {
  return (
    <Loading>
      <PageHeaderSkeleton />
      <Skeleton className="mb-4 h-8 w-full max-w-sm" />
      <TableSkeleton rows={10} />
    </Loading>
  );
}
