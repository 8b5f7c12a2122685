/**
 * How many words a text has: stretches of letters and digits, in any script. By code units, since a
 * pattern of Unicode classes takes a tenth of a second for a megabyte.
 */
export function wordsOf(text: string): number {
  let words = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const letter = isLetter(text.charCodeAt(at));
    if (letter && !inside) words += 1;
    inside = letter;
  }
  return words;
}

function isLetter(unit: number): boolean {
  if (unit < 0x80) {
    const lower = unit | 0x20;
    return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  }
  // Latin-1 signs, general punctuation, CJK punctuation.
  if (unit < 0xc0) return unit === 0xaa || unit === 0xb5 || unit === 0xba;
  return !(unit >= 0x2000 && unit < 0x2070) && !(unit >= 0x3000 && unit < 0x3040);
}
