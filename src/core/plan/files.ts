export const SETTINGS = 'briefwright.json';
export const ENTITIES = 'registry/entities.json';
export const OUTLETS = 'registry/outlets.json';
export const WAIVERS = 'registry/waivers.json';
/** Old and new slugs of briefs, for whoever serves the pages. */
export const REDIRECTS = 'redirects.json';

export const briefFile = (slug: string): string => `briefs/${slug}.md`;
export const reviewFile = (slug: string): string => `reviews/${slug}.json`;
