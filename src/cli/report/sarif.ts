import { pathToFileURL } from 'node:url';
import { RULE_DEFAULTS, RULE_IDS, type Severity } from '../../core/check/finding';
import { RULE_TITLES } from '../../core/check/titles';
import { VERSION } from '../version';
import type { StoredFinding } from '../../core/graph/findings';
import {
  type PlaceRange,
  rangeOf,
  type ReportedFile,
  type ReportedFix,
  type Reporter,
} from './report';

/** SARIF's word for each severity. */
const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** SARIF 2.1.0, as code hosts read it. */
export const sarifReport: Reporter = ({ workspace, files }) => {
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
    results: Array.from(files, resultsOf).flat(),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return [JSON.stringify(log), '\n'];
};

const resultsOf = ({ file, findings, fixOf }: ReportedFile) =>
  findings.map((finding) => resultOf(file, finding, fixOf(finding)));

function resultOf(file: string, finding: StoredFinding, fix: ReportedFix | null) {
  const artifactLocation = { uri: encodeURI(file), uriBaseId: 'WORKSPACE' };
  return {
    ruleId: finding.rule,
    ruleIndex: RULE_IDS.indexOf(finding.rule),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(rangeOf(finding)) } }],
    ...(fix
      ? {
          fixes: [
            {
              description: { text: fix.title },
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: fix.edits.map(({ range, text }) => ({
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
