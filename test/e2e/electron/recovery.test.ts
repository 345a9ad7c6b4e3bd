import { describe } from 'vitest'
import { launchElectron } from '../appDriver'
import { checkRecovery } from '../recoveryChecks'

describe('recovery in Electron', () => checkRecovery((dataFolder) => launchElectron(dataFolder)))
