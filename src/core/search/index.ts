export { Searcher, type SearchSource } from './searcher';
export type { SearchHit, SearchPage, SearchQuery, Snippet } from './types';
