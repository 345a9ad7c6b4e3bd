export { createJobQueue, type JobQueue, type JobWork } from './createJobQueue'
