import { describe } from 'vitest'
import { launchBrowser } from '../appDriver'
import { checkWindowGuards } from '../windowGuards'

describe('the window in Chromium against the browser host', () => checkWindowGuards((dataFolder) => launchBrowser(dataFolder)))
