/** A window that is not seen draws no frames: then this much later (milliseconds). */
const UNSEEN = 100;

/** Runs once the next frame is drawn. @returns the call's cancellation */
export function afterFrame(run: () => void): () => void {
  let task: ReturnType<typeof setTimeout>;
  const unseen = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, UNSEEN);
  const frame = requestAnimationFrame(() => {
    clearTimeout(unseen);
    // A frame is drawn after its callbacks: the task comes behind it.
    task = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(unseen);
    clearTimeout(task);
  };
}
