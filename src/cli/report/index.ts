import { githubReport } from './github';
import { jsonReport } from './json';
import { junitReport } from './junit';
import type { Reporter, ReportFormat } from './report';
import { sarifReport } from './sarif';
import { textReport } from './text';

export const REPORTERS: Readonly<Record<ReportFormat, Reporter>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  junit: junitReport,
};
