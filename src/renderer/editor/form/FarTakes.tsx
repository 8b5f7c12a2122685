import type { ReactNode } from 'react';
import { useBrief } from '../session/context';
import type { Stretch } from './use-drawn';

/** Takes that are not drawn: their room, and their names for those who hear the page. */
export function FarTakes({ first, count }: Stretch): ReactNode {
  // One text for all of them: one comparison at each key.
  const outlets = useBrief((brief) =>
    brief.takes
      .slice(first, first + count)
      .map(({ outlet }) => outlet.text)
      .join('\n'),
  );
  return outlets.split('\n').map((outlet, at) => (
    <div key={first + at} className="ed-take-slot">
      <article
        aria-label={takeLabel(outlet)}
        data-item={`takes[${first + at}]`}
        className="ed-take ed-take-far"
      >
        {outlet}
      </article>
    </div>
  ));
}

export const takeLabel = (outlet: string): string =>
  outlet ? `Take by ${outlet}` : 'Take without an outlet';
