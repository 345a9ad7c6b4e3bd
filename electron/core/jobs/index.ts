export { createJobQueue, type JobProgress, type JobQueue } from './createJobQueue'
