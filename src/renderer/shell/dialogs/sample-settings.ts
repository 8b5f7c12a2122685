import type { Settings } from '../../../core/workspace/workspace';

/** What the sample's briefs and registries go with: its own briefwright.json. */
export const SAMPLE_SETTINGS: Settings = {
  version: 1,
  site: 'https://rbtfl.xyz',
  prefix: 'ko',
  types: ['event', 'question'],
  heads: ['How Wars Actually End', 'Who Decides', 'Follow the Money', 'Chokepoints'],
  lenses: [
    'unlabelled',
    'US wire / analytical',
    'pro-Ukraine / Kyiv establishment',
    'Russian business / state',
    'European press',
    'Gulf press',
    'Korean press',
    'trade / industry',
  ],
  regions: [
    'Russia',
    'United States',
    'Qatar',
    'Ukraine',
    'Global',
    'France',
    'Germany',
    'Japan',
    'Oman',
    'South Korea',
    'Türkiye',
    'United Kingdom',
  ],
  languages: ['en', 'ru', 'uk', 'fr', 'de', 'ar', 'ko', 'ja', 'tr'],
};
