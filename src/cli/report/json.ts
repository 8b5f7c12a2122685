import { rangeOf, type Reporter } from './report';

/** For programs. A waived finding stands with its waiver and is not in the counts. */
export const jsonReport: Reporter = function* ({ workspace, briefs, counts: tally, files }) {
  const { error, warning, info } = tally;
  const counts = { error, warning, info };
  const head = JSON.stringify({ version: 1, workspace, briefs, counts }, null, 2);
  yield `${head.slice(0, -'\n}'.length)},\n  "findings": [`;
  let isFirst = true;
  for (const { file, findings, fixOf } of files) {
    for (const finding of findings) {
      const { rule, severity, message, waiver } = finding;
      const fix = fixOf(finding);
      const item = {
        rule,
        severity,
        file,
        range: rangeOf(finding),
        message,
        ...(fix ? { fix } : {}),
        ...(waiver ? { waiver } : {}),
      };
      yield `${isFirst ? '' : ','}\n    ${JSON.stringify(item)}`;
      isFirst = false;
    }
  }
  yield `${isFirst ? '' : '\n  '}]\n}\n`;
};
