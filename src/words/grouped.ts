/** A whole number with a comma between thousands: "1,234,567"; what is not whole is rounded. */
export function grouped(n: number): string {
  return withCommas(String(Math.round(n)));
}

/** The same with two decimals: "1,234.50". */
export function groupedPence(n: number): string {
  const [whole = '', decimals] = n.toFixed(2).split('.');
  return `${withCommas(whole)}.${decimals}`;
}

function withCommas(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
