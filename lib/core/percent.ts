/** "12.5" (percent, up to 4 decimals) is 125,000 parts per million. */
export function percentToPpm(percent: string): number {
  const [whole = "0", fraction = ""] = percent.split(".");
  return Number(whole + fraction.padEnd(4, "0"));
}

/** 125,000 parts per million is "12.5" (percent). */
export function ppmToPercent(ppm: number): string {
  const text = String(ppm).padStart(5, "0");
  return `${text.slice(0, -4)}.${text.slice(-4)}`.replace(/\.?0+$/, "");
}
