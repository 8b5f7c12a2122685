export * from './graph';
export * from './lenses';
export * from './links';
export * from './numbers';
export * from './result';
export * from './sections';
export { normalizeField, setField } from './set-field';
export { addTake, locate, moveTake, removeTake, type TakePlace } from './takes';
export { newBrief, type NewBrief } from './new-brief';
