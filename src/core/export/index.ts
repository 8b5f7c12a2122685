export { DEFAULT_EXPORT_PATH, exportPathOf, faultOfPattern } from './path';
export {
  type BlockedBrief,
  type ExportFolder,
  type ExportSource,
  type ExportState,
  type ExportTarget,
  type PlannedExport,
  type PlannedFile,
  planExport,
} from './plan';
