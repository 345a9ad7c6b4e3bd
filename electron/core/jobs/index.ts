export { createJobQueue, type JobQueue } from './createJobQueue'
