import { readWebAddress } from '../../workspace/address';
import type { Rule } from '../rule';
import { isDay } from '../text';

export const sourceDate: Rule = {
  id: 'take/source-date',
  check({ brief }, report) {
    const date = brief.meta?.date?.value.text;
    if (date === undefined || !isDay(date)) return;
    for (const { source } of brief.takes) {
      const later = source && daysIn(source.text).find((day) => day > date);
      if (!source || !later) continue;
      report(
        source,
        `The source is of ${later}, after the brief’s ${date}: correct one of the two.`,
      );
    }
  },
};

const DAY = /\/(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?!\d)/g;

/** The days that an address bears in its path, as YYYY-MM-DD. */
function daysIn(url: string): string[] {
  const path = readWebAddress(url)?.path ?? '';
  return [...path.matchAll(DAY)]
    .map(
      ([, year = '', , month = '', day = '']) =>
        `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    )
    .filter(isDay);
}
