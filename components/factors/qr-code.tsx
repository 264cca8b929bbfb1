/** A QR code drawn as one path, dark on white in every theme, as cameras expect it. Rows of "1" (dark) and "0". */
export function QrCode({ squares, label }: { squares: readonly string[]; label: string }) {
  const path = squares
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map((run) => `M${run.index} ${y}h${run[0].length}v1h-${run[0].length}z`),
    )
    .join("");
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${squares.length} ${squares.length}`}
      shapeRendering="crispEdges"
      className="size-48 rounded-md border border-border bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
