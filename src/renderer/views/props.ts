/** What each view is given. */
export interface ViewProps {
  /** What it was asked to show; null where it was only opened. */
  readonly wish: string | null;
}
