import { memo, useRef } from 'react';
import type { Brief, Take } from '../../../core/format/brief';
import { useNear } from '../fields/use-near';
import { languageName } from '../../ui/language-name';
import { renderInline, renderMarkdown } from './markdown';

/** Takes are compared in groups of this many before they are compared one by one. */
const GROUP = 20;

/** The takes by lens; of a long list only the group that holds the change is looked at. */
export function PreviewTakes({ brief }: { readonly brief: Brief }) {
  let first = 0;
  return brief.lenses.map((lens, index) => {
    const start = first;
    first += lens.takes.length;
    const name = lens.heading ? lens.name.text : '';
    return (
      <section key={index} className="pv-lens">
        {name ? (
          <h3 data-field={`lenses[${index}].name`} data-item={`lenses[${index}]`}>
            {name}
          </h3>
        ) : null}
        <Lens
          text={brief.source.slice(lens.from, lens.to)}
          first={start}
          takes={lens.takes}
          source={brief.source}
        />
      </section>
    );
  });
}

interface ListProps {
  /** What the takes are written in: they are the same as long as it is. */
  readonly text: string;
  /** The index of the first among all takes. */
  readonly first: number;
  readonly takes: readonly Take[];
  readonly source: string;
}

const sameText = (a: ListProps, b: ListProps): boolean => a.first === b.first && a.text === b.text;

const Lens = memo(function Lens({ first, takes, source }: ListProps) {
  const groups = [];
  for (let at = 0; at < takes.length; at += GROUP) {
    const group = takes.slice(at, at + GROUP);
    const text = source.slice(group[0]?.from, group.at(-1)?.to);
    groups.push(<Group key={at} text={text} first={first + at} takes={group} source={source} />);
  }
  return groups;
}, sameText);

const Group = memo(function Group({ first, takes }: ListProps) {
  const box = useRef<HTMLDivElement>(null);
  const near = useNear(box, first === 0);
  return (
    <div ref={box} className="pv-group">
      {takes.map((take, index) =>
        near ? (
          <TakeView
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            index={first + index}
            outlet={take.outlet.text}
            region={take.region.text}
            lang={take.lang.text}
            summary={take.summary?.text ?? ''}
            quote={take.quote?.text ?? ''}
            source={take.source?.text ?? ''}
          />
        ) : (
          <article
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            className="pv-take pv-take-undrawn"
            data-item={`takes[${first + index}]`}
          />
        ),
      )}
    </div>
  );
}, sameText);

const TakeView = memo(function TakeView(props: {
  readonly index: number;
  readonly outlet: string;
  readonly region: string;
  readonly lang: string;
  readonly summary: string;
  readonly quote: string;
  readonly source: string;
}) {
  const { index, outlet, region, lang, summary, quote, source } = props;
  const field = (part: string) => `takes[${index}].${part}`;
  const place = [region, languageName(lang) ?? lang].filter(Boolean).join(', ');
  return (
    <article className="pv-take" data-item={`takes[${index}]`}>
      <p className="pv-take-head">
        <strong data-field={field('outlet')}>{outlet || 'No outlet'}</strong>
        <span data-field={field('region')}>{place}</span>
      </p>
      {summary.trim() ? (
        <div data-field={field('summary')} dir="auto">
          {renderMarkdown(summary)}
        </div>
      ) : null}
      {quote ? (
        <blockquote
          className="pv-quote"
          data-field={field('quote')}
          dir="auto"
          {...(languageName(lang) ? { lang } : {})}
        >
          {renderInline(quote)}
        </blockquote>
      ) : null}
      {source ? (
        <p className="pv-source" data-field={field('source')}>
          <Source url={source} />
        </p>
      ) : null}
    </article>
  );
});

function Source({ url }: { readonly url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span className="pv-link-broken">{url}</span>;
  return (
    <a className="pv-link pv-link-external" href={url} data-external={url} title={url}>
      {hostOf(url)}
    </a>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url;
}
