import type { Rule } from '../rule';
import { quoted } from '../text';

// RFC 5646, section 2.1; the irregular grandfathered tags are left out, as no outlet writes in one.
const TAG =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$/i;

export const lang: Rule = {
  id: 'take/lang',
  check({ brief, vocabularies: { languages } }, report) {
    // Neighbouring takes are often in one language.
    let last = '';
    let message: string | null = null;
    for (const { lang } of brief.takes) {
      const tag = lang.text.trim();
      if (tag !== last) message = complaint(tag, languages);
      last = tag;
      if (message !== null) report(lang, message);
    }
  },
};

function complaint(tag: string, languages: ReadonlySet<string> | null): string | null {
  if (tag === '') return null;
  if (!TAG.test(tag)) {
    return `${quoted(tag)} is no language tag: write one such as “en”, “ru” or “pt-BR”.`;
  }
  if (!languages || languages.has(tag.toLowerCase())) return null;
  return `${quoted(tag)} is not a language of this workspace: choose one or add it to the settings.`;
}
