import { countLenses, countRegions, countTakes } from './counts/count';
import { canonical } from './format/canonical';
import { date } from './format/date';
import { dek } from './format/dek';
import { head } from './format/head';
import { meta } from './format/meta';
import { number } from './format/number';
import { sectionDuplicate } from './format/section-duplicate';
import { sectionEmpty } from './format/section-empty';
import { sectionMissing } from './format/section-missing';
import { sectionOrder } from './format/section-order';
import { sectionUnknown } from './format/section-unknown';
import { take } from './format/take';
import { title } from './format/title';
import { type } from './format/type';
import { entityUnlisted } from './graph/entity-unlisted';
import { entityUnregistered } from './graph/entity-unregistered';
import { oneWay } from './graph/one-way';
import { relatedDuplicate } from './graph/related-duplicate';
import { relatedMissing } from './graph/related-missing';
import { slugDuplicate } from './graph/slug-duplicate';
import { briefUnknown } from './link/brief-unknown';
import { entityUnknown } from './link/entity-unknown';
import { malformed } from './link/malformed';
import { partialWord } from './link/partial-word';
import { self } from './link/self';
import type { Rule } from './rule';
import { lang } from './take/lang';
import { lensEmpty } from './take/lens-empty';
import { lensUnknown } from './take/lens-unknown';
import { outletDomain } from './take/outlet-domain';
import { quoteMissing } from './take/quote-missing';
import { region } from './take/region';
import { sourceDate } from './take/source-date';
import { sourceDuplicate } from './take/source-duplicate';
import { sourceMissing } from './take/source-missing';
import { sourceUrl } from './take/source-url';
import { summaryMissing } from './take/summary-missing';
import { unlabelled } from './take/unlabelled';

/** All rules; findings at one place stand in this order. */
export const RULES: readonly Rule[] = [
  title,
  dek,
  meta,
  date,
  type,
  head,
  sectionMissing,
  sectionDuplicate,
  sectionOrder,
  sectionUnknown,
  sectionEmpty,
  number,
  take,
  canonical,
  countTakes,
  countLenses,
  countRegions,
  entityUnknown,
  briefUnknown,
  malformed,
  self,
  partialWord,
  relatedDuplicate,
  relatedMissing,
  oneWay,
  entityUnlisted,
  entityUnregistered,
  slugDuplicate,
  sourceMissing,
  sourceUrl,
  sourceDuplicate,
  sourceDate,
  outletDomain,
  region,
  lang,
  lensUnknown,
  lensEmpty,
  unlabelled,
  summaryMissing,
  quoteMissing,
];
