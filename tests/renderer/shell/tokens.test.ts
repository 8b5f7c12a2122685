import { expect, it } from 'vitest';

// Tests of the page know no Node types, and vitest empties imported styles.
const files: string = 'node:fs';
const { readFileSync }: { readFileSync: (file: URL, as: 'utf8') => string } = await import(files);
const fileOf = (name: string): string =>
  readFileSync(new URL(`../../../src/renderer/ui/${name}`, import.meta.url), 'utf8');
const tokens = fileOf('tokens.css');

const pairs = [...tokens.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(
  ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
);
const colours = new Map(pairs);

const channel = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2: 4.5 is asked of text, 3 of the frame of a control. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const papers = ['paper', 'surface', 'sunken', 'raised'];
const texts = ['text', 'text-muted', 'text-faint', 'accent', 'error', 'warning', 'info', 'done'];
const asked: readonly (readonly [text: string, paper: string, least: number])[] = [
  ...texts.flatMap((text) => papers.map((paper) => [text, paper, 4.5] as const)),
  ...['text', 'text-muted', 'error', 'warning', 'info'].flatMap((text) => [
    [text, 'selected', 4.5] as const,
    [text, 'hover', 4.5] as const,
  ]),
  ...['error', 'warning', 'info', 'done'].flatMap((kind) => [
    [kind, `${kind}-paper`, 4.5] as const,
    ['text', `${kind}-paper`, 4.5] as const,
  ]),
  ...['inserted', 'inserted-mark', 'deleted', 'deleted-mark'].map(
    (paper) => ['text', paper, 4.5] as const,
  ),
  ['on-accent', 'accent', 4.5],
  ...['paper', 'surface', 'raised'].map((paper) => ['line-strong', paper, 3] as const),
];

it.each(['error', 'warning', 'info'])('the sign of %s has its colours', (severity) => {
  const [light, dark] = [...fileOf(`signs/${severity}.svg`).matchAll(/stroke: (#\w{6})/g)];
  expect({ light: light?.[1], dark: dark?.[1] }).toEqual(colours.get(severity));
});

it.each(asked)('%s can be read on %s', (text, paper, least) => {
  const front = colours.get(text);
  const back = colours.get(paper);
  if (!front || !back) throw new Error(`tokens.css lacks ${text} or ${paper}`);
  expect(contrast(front.light, back.light)).toBeGreaterThanOrEqual(least);
  expect(contrast(front.dark, back.dark)).toBeGreaterThanOrEqual(least);
});
