import { type ReactNode, useSyncExternalStore } from 'react';
import { countFindings } from '../../../core/check';
import { useSideTab, useStore } from '../../app/contract';
import { SeverityCounts } from '../../ui/Severity';
import { Tabs } from '../../ui/Tabs';
import { FindingsPanel } from '../findings/FindingsPanel';
import { Preview } from '../preview/Preview';
import { SessionContext } from '../session/context';
import { sessions } from '../session/desk';
import type { Session } from '../session/session';

/** What the reader gets, and what the checks found. */
export function SidePane({ slug }: { readonly slug: string | null }): ReactNode {
  const shown = useStore(sessions.shown);
  if (shown.kind !== 'open' || shown.session.slug !== slug) return null;
  return (
    <SessionContext value={shown.session}>
      <Sides key={slug} session={shown.session} />
    </SessionContext>
  );
}

function Sides({ session }: { readonly session: Session }) {
  const [tab, setTab] = useSideTab();
  const listed = useSyncExternalStore(session.findings.subscribe, session.findings.listed);
  return (
    <Tabs
      label="Preview and findings"
      value={tab}
      onChange={setTab}
      tabs={[
        { value: 'preview', label: 'Preview', content: <Preview /> },
        {
          value: 'findings',
          label: 'Findings',
          badge: <SeverityCounts counts={countFindings(listed)} />,
          content: <FindingsPanel />,
        },
      ]}
    />
  );
}
