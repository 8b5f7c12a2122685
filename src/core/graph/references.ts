/** What briefs can be asked for by. An entity goes by slug, all else by name. */
export type Subject =
  | { readonly kind: 'brief'; readonly slug: string }
  | { readonly kind: 'entity'; readonly slug: string }
  | { readonly kind: 'outlet' | 'lens' | 'head'; readonly name: string };

/** How a brief and a subject hang together. */
export type Tie = 'related' | 'link' | 'named' | 'take' | 'head';

export interface Reference {
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly published: boolean;
  readonly ties: readonly Tie[];
  /** How many places of the brief it is. */
  readonly count: number;
}

/** A brief or an entity that a brief points at. */
export interface Pointed {
  readonly kind: 'brief' | 'entity';
  readonly slug: string;
  /** Title or name; empty where it is unknown. */
  readonly label: string;
  /** `one-way`: related, but not back. */
  readonly state: 'known' | 'unknown' | 'one-way';
  readonly ties: readonly Tie[];
  readonly count: number;
}

export interface References {
  /** The briefs that point at the subject, newest first. */
  readonly incoming: readonly Reference[];
  /** What the subject points at, where it is a brief. */
  readonly outgoing: readonly Pointed[];
}
