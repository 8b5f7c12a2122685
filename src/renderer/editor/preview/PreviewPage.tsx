import { memo, useRef, useState } from 'react';
import {
  type Brief,
  SECTION_HEADINGS,
  type Section,
  type SectionKind,
} from '../../../core/format/brief';
import { COUNT_NAMES, countText, deriveCounts } from '../../../core/format/counts';
import { splitNames } from '../../../core/format/names';
import type { Range } from '../../../core/text/range';
import { Chip } from '../../ui/Chip';
import { useNear } from '../fields/use-near';
import { useSession } from '../session/context';
import { useKnowledge } from '../session/knowledge';
import { splitBlocks } from './blocks';
import { renderInline, renderMarkdown } from './markdown';
import { PreviewLink } from './PreviewLink';
import { PreviewTakes } from './PreviewTakes';
import { useShownBrief } from './use-shown-brief';

/**
 * The brief as its reader gets it. Each part is drawn anew only when its own text has changed. Until
 * `whole` it ends before the takes, which are below the first screen.
 */
export function PreviewPage({ whole }: { readonly whole: boolean }) {
  const { document } = useSession();
  const page = useRef<HTMLElement>(null);
  const brief = useShownBrief(document, page);
  const { title, dek, source } = brief;
  return (
    <article ref={page} className="pv-page">
      <header data-part="head">
        <Title text={title?.value.text ?? ''} />
        {dek ? <Inline as="p" className="pv-dek" text={dek.value.text} field="dek" /> : null}
        <Byline text={bylineOf(brief)} />
      </header>
      <Rest brief={brief} where="top" />
      {(whole ? brief.sections : firstOf(brief.sections)).map((section, index) => (
        <SectionView key={keyOf(section, index)} brief={brief} section={section} index={index} />
      ))}
      {whole ? (
        <footer data-part="foot">
          <Rest brief={brief} where="footer" />
          {brief.canonical ? (
            <p className="pv-canonical" data-field="canonical">
              {source.slice(brief.canonical.value.from, brief.canonical.value.to)}
            </p>
          ) : null}
        </footer>
      ) : null}
    </article>
  );
}

function firstOf(sections: readonly Section[]): readonly Section[] {
  const takes = sections.findIndex(({ kind }) => kind === 'takes');
  return takes < 0 ? sections : sections.slice(0, takes);
}

const keyOf = ({ kind, duplicate }: Section, index: number): string =>
  kind && !duplicate ? kind : `foreign ${index}`;

const Title = memo(function Title({ text }: { readonly text: string }) {
  return (
    <h1 className="pv-title" data-field="title">
      {text ? renderInline(text) : <span className="pv-none">No title yet</span>}
    </h1>
  );
});

function bylineOf(brief: Brief): string {
  const { meta } = brief;
  const counts = deriveCounts(brief);
  return [
    meta?.date?.value.text,
    meta?.type?.value.text,
    ...(meta?.heads?.items.map((head) => head.text) ?? []),
    ...COUNT_NAMES.map((name) => countText(name, counts[name])),
  ]
    .filter(Boolean)
    .join(' · ');
}

const Byline = memo(function Byline({ text }: { readonly text: string }) {
  return (
    <p className="pv-byline" data-field="date">
      {text}
    </p>
  );
});

function SectionView(props: {
  readonly brief: Brief;
  readonly section: Section;
  readonly index: number;
}) {
  const { brief, section, index } = props;
  const { kind, duplicate } = section;
  if (!kind || duplicate) {
    return (
      <section data-part={`section-${index}`}>
        <h2>{section.name.text}</h2>
        {section.content ? <Prose text={slice(brief, section.content)} /> : null}
      </section>
    );
  }
  return (
    <section
      data-part={kind}
      className={`pv-section pv-section-${kind}`}
      style={kind === 'takes' ? roomOf(brief.takes.length) : undefined}
    >
      <h2>{SECTION_HEADINGS[kind]}</h2>
      <Body brief={brief} kind={kind} text={brief.source.slice(section.from, section.to)} />
      <Rest brief={brief} where={index} />
    </section>
  );
}

/** The room of the takes as long as they have not been in sight. */
const roomOf = (takes: number) => ({ containIntrinsicBlockSize: `auto ${80 + takes * 170}px` });

/** What a section shows is the same as long as its own text is. */
const Body = memo(
  function Body(props: {
    readonly brief: Brief;
    readonly kind: SectionKind;
    readonly text: string;
  }) {
    return bodyOf(props.brief, props.kind);
  },
  (a, b) => a.kind === b.kind && a.text === b.text,
);

function bodyOf(brief: Brief, kind: SectionKind) {
  switch (kind) {
    case 'summary':
    case 'why':
      return <Prose text={brief[kind]?.text ?? ''} field={kind} />;
    case 'numbers':
      return (
        <dl className="pv-numbers">
          {brief.numbers.map(({ value, label }, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Figure key={index} index={index} value={value.text} label={label?.text ?? ''} />
          ))}
        </dl>
      );
    case 'watch':
      return (
        <ul className="pv-watch">
          {brief.watch.map(({ value }, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Inline key={index} as="li" text={value.text} field={`watch[${index}]`} />
          ))}
        </ul>
      );
    case 'takes':
      return <PreviewTakes brief={brief} />;
    case 'graph':
      return (
        <Graph
          related={brief.related?.items.map(({ slug }) => slug.text).join('\n') ?? ''}
          entities={brief.entities?.value.text ?? ''}
        />
      );
  }
}

const Figure = memo(function Figure(props: {
  readonly index: number;
  readonly value: string;
  readonly label: string;
}) {
  const { index, value, label } = props;
  return (
    <div className="pv-number">
      <dt data-field={`numbers[${index}].value`}>{value}</dt>
      <dd data-field={`numbers[${index}].label`}>{renderInline(label)}</dd>
    </div>
  );
});

export const Inline = memo(function Inline(props: {
  readonly as: 'p' | 'li';
  readonly text: string;
  readonly field: string;
  readonly className?: string;
}) {
  const { as: Tag, text, field, className } = props;
  return (
    <Tag className={className} data-field={field} dir="auto">
      {renderInline(text)}
    </Tag>
  );
});

/** The first blocks of a text are drawn at once, others when they come near. */
const FIRST = 3;

const Prose = memo(function Prose(props: { readonly text: string; readonly field?: string }) {
  const { text, field } = props;
  if (!text.trim()) return null;
  return (
    <div className="pv-prose" data-field={field}>
      {splitBlocks(text).map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Block key={index} text={block} index={index} />
      ))}
    </div>
  );
});

const Block = memo(function Block(props: { readonly text: string; readonly index: number }) {
  const { text, index } = props;
  const box = useRef<HTMLDivElement>(null);
  const near = useNear(box, index < FIRST);
  // What was drawn stays: drawing it anew changes its height, and with that whether it is near.
  const [drawn, setDrawn] = useState(near);
  if (near && !drawn) setDrawn(true);
  return (
    <div
      ref={box}
      className={drawn ? 'pv-block' : 'pv-block pv-block-plain'}
      data-block={index}
      dir="auto"
    >
      {drawn ? renderMarkdown(text) : text}
    </div>
  );
});

/** What belongs to no field, as Markdown. */
function Rest(props: { readonly brief: Brief; readonly where: Brief['islands'][number]['where'] }) {
  const { brief, where } = props;
  return brief.islands.map((island, index) =>
    island.where === where ? (
      // oxlint-disable-next-line react/no-array-index-key
      <Prose key={index} text={slice(brief, island)} />
    ) : null,
  );
}

const Graph = memo(function Graph(props: {
  /** Slugs, one a line. */
  readonly related: string;
  readonly entities: string;
}) {
  const registry = useKnowledge(({ entities }) => entities);
  const slugs = props.related ? props.related.split('\n') : [];
  const line = props.entities;
  const names = splitNames({ text: line, from: 0, to: line.length, lineStarts: [0] }, (name) =>
    registry.isName(name),
  );
  return (
    <>
      {slugs.length > 0 ? (
        <ul className="pv-related" data-field="related">
          {slugs.map((slug, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <PreviewLink target={slug} wiki />
            </li>
          ))}
        </ul>
      ) : null}
      {names.length > 0 ? (
        <ul className="pv-entities" data-field="entities">
          {names.map(({ text, from }) => (
            <li key={from}>
              <Chip>{text}</Chip>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
});

const slice = (brief: Brief, { from, to }: Range): string => brief.source.slice(from, to);
