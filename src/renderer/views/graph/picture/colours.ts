/** The tokens that the picture is drawn in. */
const TOKENS = {
  surface: '--surface',
  text: '--text',
  entity: '--text-muted',
  line: '--line-strong',
  accent: '--accent',
  broken: '--error',
  oneWay: '--warning',
} as const;

export type Colours = { readonly [Name in keyof typeof TOKENS]: string } & {
  readonly font: string;
};

/** The tokens as the theme has them now: a canvas knows no variables. */
export function coloursOf(host: HTMLElement): Colours {
  const probe = host.ownerDocument.createElement('span');
  host.append(probe);
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const { surface, text, entity, line, accent, broken, oneWay } = TOKENS;
  const colours = {
    surface: read(surface),
    text: read(text),
    entity: read(entity),
    line: read(line),
    accent: read(accent),
    broken: read(broken),
    oneWay: read(oneWay),
    font: getComputedStyle(host).fontFamily,
  };
  probe.remove();
  return colours;
}

/** @returns the listener's removal */
export function onTheme(listener: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}
