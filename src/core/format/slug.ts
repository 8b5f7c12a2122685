const HYPHEN = 45;

/** True for `[a-z0-9]+(-[a-z0-9]+)*`. */
export function isSlug(text: string): boolean {
  // By hand: it is asked of every link of every brief, and a pattern takes three times as long.
  let before = HYPHEN;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isWord = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
    if (!isWord && (unit !== HYPHEN || before === HYPHEN)) return false;
    before = unit;
  }
  return before !== HYPHEN;
}

/**
 * A slug for a title: accents folded, everything else than letters and digits a hyphen, cut at a
 * word near 60 units. Empty where the title has no Latin letter or digit.
 */
export function slugify(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/['’]/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (slug && longer.length > 60) break;
    slug = longer;
  }
  return slug.slice(0, 80);
}
