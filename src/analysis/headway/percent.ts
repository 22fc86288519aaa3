/** A share as a percentage of whole numbers, which never says none or all of what is not quite. */
export function percentOf(share: number): string {
  if (share > 0 && share < 0.005) return 'less than 1 %';
  if (share < 1 && share > 0.995) return 'more than 99 %';
  return `${Math.round(share * 100)} %`;
}

/** A share as a percentage with one decimal, for numbers that are compared. */
export const exactPercentOf = (share: number): string => `${(share * 100).toFixed(1)} %`;
