import { describe } from 'vitest'
import { launchElectron } from '../appDriver'
import { checkWholeJob } from '../checkWholeJob'

describe('the whole job in real Electron', () => checkWholeJob((dataFolder) => launchElectron(dataFolder)))
