import { useEffect, useState } from 'react';
import type { Mention } from '../../../core/mentions';
import { useWorkspace } from '../../app/contract';
import type { Session } from '../session/session';
import { mentionsOf, type Turn } from './candidates';

/** What was found in a text; its ranges hold as long as the brief has that text. */
export interface Mentions {
  readonly source: string;
  readonly mentions: readonly Mention[];
}

/** Looked for once one pauses for so long (milliseconds). */
const PAUSE = 400;

/** The entities named but not linked in the open brief; null until they were looked for. */
export function useMentions(session: Session): Mentions | null {
  const entities = useWorkspace((workspace) => workspace.entities);
  const areUnread = useWorkspace((workspace) => workspace.areEntitiesUnread);
  const prefix = useWorkspace((workspace) => workspace.settings.prefix);
  const [found, setFound] = useState<Mentions | null>(null);
  useEffect(() => {
    if (areUnread) return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let round = 0;
    const look = async () => {
      const now = ++round;
      const { brief } = session.document;
      const mentions = await mentionsOf(brief, entities, prefix, turn);
      if (now === round) setFound({ source: brief.source, mentions });
    };
    const soon = () => {
      round += 1;
      clearTimeout(waiting);
      waiting = setTimeout(() => void look(), PAUSE);
    };
    void look();
    const stop = session.document.subscribe(({ docChanged }) => docChanged && soon());
    return () => {
      round += 1;
      clearTimeout(waiting);
      stop();
    };
  }, [session, entities, areUnread, prefix]);
  return found;
}

const turn: Turn = () => new Promise((resolve) => setTimeout(resolve));
