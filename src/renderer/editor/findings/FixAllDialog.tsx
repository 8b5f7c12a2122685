import { useMemo } from 'react';
import { check } from '../../../core/check';
import type { RuleId } from '../../../core/check/finding';
import { RULE_TITLES } from '../../../core/check/titles';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { DiffView } from '../../ui/DiffView';
import { announce } from '../session/announce';
import { useSession } from '../session/context';
import { useKnowledge } from '../session/knowledge';
import { fixedText } from './fixes-of-rule';

/** Shows what mending all findings of a rule would change, then does it as one step. */
export function FixAllDialog(props: { readonly rule: RuleId; readonly onClose: () => void }) {
  const { rule, onClose } = props;
  const session = useSession();
  const knowledge = useKnowledge();
  const { text, slug } = session.document;
  const fixed = useMemo(
    () => fixedText(text, rule, (brief) => check(brief, slug, knowledge)),
    [text, rule, slug, knowledge],
  );
  const apply = () => {
    session.document.replace(fixed, 'fix');
    announce(`Fixed all: ${RULE_TITLES[rule]}`);
    onClose();
  };
  return (
    <Dialog
      open
      size="l"
      title={`Fix all: ${RULE_TITLES[rule]}`}
      description="This is what would change. One undo takes all of it back."
      onClose={onClose}
      onSubmit={apply}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" disabled={fixed === text}>
            Fix all
          </Button>
        </>
      }
    >
      <DiffView before={text} after={fixed} label="Changes of the fix" />
    </Dialog>
  );
}
