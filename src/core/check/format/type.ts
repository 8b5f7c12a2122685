import { knows, type Rule } from '../rule';
import { isEmpty, quoted } from '../text';

export const type: Rule = {
  id: 'format/type',
  check({ brief, vocabularies }, report) {
    const value = brief.meta?.type?.value;
    const { types } = vocabularies;
    if (!value || isEmpty(value) || !types || knows(types, value.text)) return;
    report(
      value,
      `${quoted(value.text)} is not a type of this workspace: choose one or add it to the settings.`,
    );
  },
};
