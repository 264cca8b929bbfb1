import { Loading, PageHeaderSkeleton, Skeleton, StatCardsSkeleton } from "@/components/ui/skeleton";

export default function OverviewLoading() {
  return (
    <Loading>
      <PageHeaderSkeleton />
      <StatCardsSkeleton />
      <div className="mt-5 grid gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Skeleton className="h-80" />
        <Skeleton className="h-80" />
      </div>
    </Loading>
  );
}
