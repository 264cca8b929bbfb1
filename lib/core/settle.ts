/** The smaller of two amounts. */
export const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Spreads an amount over what is owed, the first ones first; what is left over goes to none. Minor units. */
export function fillInOrder(amountMinor: bigint, owedMinor: readonly bigint[]): bigint[] {
  let left = amountMinor > 0n ? amountMinor : 0n;
  return owedMinor.map((owed) => {
    const part = owed > 0n ? lesser(owed, left) : 0n;
    left -= part;
    return part;
  });
}
