import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerStart } from './protocol';
import { serve } from './serve';

if (parentPort) serve(parentPort, workerData as WorkerStart);
