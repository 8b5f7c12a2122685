import { rangeOf, type Reporter } from './report';

/** For programs. A waived finding stands with its waiver and is not in the counts. */
export const jsonReport: Reporter = function* ({ workspace, briefs, counts: tally, findings }) {
  const { error, warning, info } = tally;
  const counts = { error, warning, info };
  const head = JSON.stringify({ version: 1, workspace, briefs, counts }, null, 2);
  yield `${head.slice(0, -'\n}'.length)},\n  "findings": [`;
  let isFirst = true;
  for (const { file, finding, edits } of findings) {
    const { rule, severity, message, waiver } = finding;
    const item = {
      rule,
      severity,
      file,
      range: rangeOf(finding),
      message,
      ...(edits ? { fix: edits } : {}),
      ...(waiver ? { waiver } : {}),
    };
    yield `${isFirst ? '' : ','}\n    ${JSON.stringify(item)}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n  '}]\n}\n`;
};
