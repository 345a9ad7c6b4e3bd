import { describe } from 'vitest'
import { launchBrowser } from '../appDriver'
import { checkRecovery } from '../recoveryChecks'

describe('recovery in the browser host', () => checkRecovery((dataFolder) => launchBrowser(dataFolder)))
