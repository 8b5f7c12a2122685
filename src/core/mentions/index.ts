export { findMentions, type Mention, type MentionOptions } from './find';
export { createMentionMatcher, type MentionMatcher } from './matcher';
