import { pathToFileURL } from 'node:url';
import { RULE_DEFAULTS, RULE_IDS, type Severity } from '../../core/check/finding';
import { RULE_TITLES } from '../../core/check/titles';
import { VERSION } from '../version';
import { type PlaceRange, rangeOf, type Reported, type Reporter } from './report';

/** SARIF's word for each severity. */
const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** SARIF 2.1.0, as code hosts read it. */
export const sarifReport: Reporter = ({ workspace, findings }) => {
  const run = {
    tool: {
      driver: {
        name: 'Briefwright',
        version: VERSION,
        rules: RULE_IDS.map((id) => ({
          id,
          shortDescription: { text: RULE_TITLES[id] },
          defaultConfiguration: { level: LEVELS[RULE_DEFAULTS[id]] },
        })),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { WORKSPACE: { uri: `${pathToFileURL(workspace).href}/` } },
    results: Array.from(findings, resultOf),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return [JSON.stringify(log), '\n'];
};

function resultOf({ file, finding, edits }: Reported) {
  const artifactLocation = { uri: encodeURI(file), uriBaseId: 'WORKSPACE' };
  return {
    ruleId: finding.rule,
    ruleIndex: RULE_IDS.indexOf(finding.rule),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(rangeOf(finding)) } }],
    ...(edits
      ? {
          fixes: [
            {
              description: { text: edits.title },
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: edits.edits.map(({ range, text }) => ({
                    deletedRegion: regionOf(range),
                    insertedContent: { text },
                  })),
                },
              ],
            },
          ],
        }
      : {}),
    ...(finding.waiver
      ? { suppressions: [{ kind: 'external', justification: finding.waiver.reason }] }
      : {}),
  };
}

const regionOf = ({ start, end }: PlaceRange) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});
