import { homedir } from 'node:os'
import path from 'node:path'

/** The data folder of every host: COUNTERSIGN_HOME, or the place that the platform keeps for applications' data. */
export function dataFolderOf(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  const named = env['COUNTERSIGN_HOME']
  if (named !== undefined && named !== '') return path.resolve(named)
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'Countersign')
  if (platform === 'win32') return path.join(env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming'), 'Countersign')
  return path.join(env['XDG_DATA_HOME'] ?? path.join(homedir(), '.local', 'share'), 'countersign')
}
