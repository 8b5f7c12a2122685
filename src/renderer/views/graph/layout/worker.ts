import { runLayout } from './run';
import type { LayoutTask } from './simulation';

addEventListener('message', ({ data }: MessageEvent<LayoutTask>) => {
  runLayout(data, (news) => postMessage(news, { transfer: [news.positions.buffer] }));
});
