export { fold } from './fold';
export { briefInsertion, entityInsertion, linkText } from './insert';
export {
  type BriefItem,
  briefItems,
  type EntityItem,
  entityItems,
  type OutletItem,
  outletItems,
  wordItems,
} from './items';
export { createMatcher, type Match, type Matcher, type MatchOptions } from './match';
export type { Hit, MatchItem } from './starts';
export { completionAt, completionOn, type Trigger } from './trigger';
export type { Uses } from './uses';
