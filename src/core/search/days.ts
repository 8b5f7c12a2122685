import { isDay } from '../check/text';

/** From a day to another, both within; each as YYYY-MM-DD or the beginning of it, or empty for no bound. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const PERIOD = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** Reads `2026`, `2026-06`, `2026-06-12` or two of them with `..` between, of which one may be missing. */
export function readDays(text: string): Days | null {
  const [from = '', to = from, more] = text.split('..');
  if (more !== undefined || (from === '' && to === '')) return null;
  if (![from, to].every((period) => period === '' || isPeriod(period))) return null;
  return from !== '' && to !== '' && from > `${to}~` ? null : { from, to };
}

function isPeriod(text: string): boolean {
  return PERIOD.test(text) && isDay(text + '2000-01-01'.slice(text.length));
}

/** True where a date (YYYY-MM-DD) stands in the days. */
export function isWithin(date: string, { from, to }: Days): boolean {
  if (!isDay(date)) return false;
  return date >= from && (to === '' || date.slice(0, to.length) <= to);
}
