/** Where nodes stood, by `keyOf`. */
export type Places = ReadonlyMap<string, readonly [x: number, y: number]>;

/** Where the nodes of a scope stood when it was last seen, and whether they had come to rest. */
export interface KeptLayout {
  readonly places: Places;
  readonly done: boolean;
}

/** So many scopes are remembered, the last seen ones. */
const MOST = 4;

const kept = new Map<string, KeptLayout>();

export const keptLayout = (key: string): KeptLayout | undefined => kept.get(key);

export function keepLayout(key: string, layout: KeptLayout): void {
  kept.delete(key);
  kept.set(key, layout);
  for (const oldest of [...kept.keys()].slice(0, -MOST)) kept.delete(oldest);
}
