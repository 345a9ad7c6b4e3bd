import { describe } from 'vitest'
import { launchBrowser } from '../appDriver'
import { checkWholeJob } from '../checkWholeJob'

describe('the whole job in Chromium against the browser host', () => checkWholeJob((dataFolder) => launchBrowser(dataFolder)))
