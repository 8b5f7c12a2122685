import type { CallName, EventName } from './contract';

/** The channel of a call; the preload is the only one that speaks on it. */
export const callChannel = (name: CallName) => `call:${name}`;

/** The channel of an event. */
export const eventChannel = (name: EventName) => `event:${name}`;

/** The preload sends the path of a dropped folder here on behalf of the page. */
export const DROPPED_CHANNEL = 'dropped';
