import type { Rule } from '../rule';
import { isDay } from '../text';

export const sourceDate: Rule = {
  id: 'take/source-date',
  check({ brief, addresses }, report) {
    const date = brief.meta?.date?.value.text;
    if (date === undefined || !isDay(date)) return;
    brief.takes.forEach(({ source }, index) => {
      const path = addresses[index]?.path;
      const later = source && path !== undefined ? laterDay(path, date) : undefined;
      if (!source || later === undefined) return;
      report(
        source,
        `The source is of ${later}, after the brief’s ${date}: correct one of the two.`,
      );
    });
  },
};

const DAY = /\/(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?!\d)/y;

/** The first day in a path, as YYYY-MM-DD, that comes after a date. */
function laterDay(path: string, date: string): string | undefined {
  const thisYear = date.slice(0, 4);
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    // Most parts of a path are words or earlier years, and a pattern takes longer than a look.
    if (!isDigit(path.charCodeAt(at + 1)) || path.slice(at + 1, at + 5) < thisYear) continue;
    DAY.lastIndex = at;
    const match = DAY.exec(path);
    if (!match) continue;
    const [, year = '', , month = '', day = ''] = match;
    const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (found > date && isDay(found)) return found;
  }
  return undefined;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
