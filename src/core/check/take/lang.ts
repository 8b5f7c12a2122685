import type { Rule } from '../rule';
import { isEmpty, quoted } from '../text';

// RFC 5646, section 2.1; the irregular grandfathered tags are left out, as no outlet writes in one.
const TAG =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$/i;

export const lang: Rule = {
  id: 'take/lang',
  check({ brief, knowledge }, report) {
    const languages = new Set(knowledge.settings.languages?.map((tag) => tag.toLowerCase()));
    for (const { lang } of brief.takes) {
      if (isEmpty(lang)) continue;
      const tag = lang.text.trim();
      if (!TAG.test(tag)) {
        report(lang, `${quoted(tag)} is no language tag: write one such as “en”, “ru” or “pt-BR”.`);
      } else if (languages.size > 0 && !languages.has(tag.toLowerCase())) {
        report(
          lang,
          `${quoted(tag)} is not a language of this workspace: choose one or add it to the settings.`,
        );
      }
    }
  },
};
