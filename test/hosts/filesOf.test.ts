import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesOf } from '../../electron/main/filesOf'

describe('filesOf', () => {
  it('takes files, and neither the program, its folder nor flags', () => {
    const argv = ['/usr/bin/electron', '--no-sandbox', '/opt/app', '/evidence/one.mp4', '--inspect=1', 'two.mp4']
    expect(filesOf(argv, '/opt/app')).toEqual(['/evidence/one.mp4', path.resolve('two.mp4')])
  })

  it('knows the folder of the app however it is written', () => {
    expect(filesOf(['electron', '/opt/app/', '/opt/x/../app'], '/opt/app')).toEqual([])
    expect(filesOf(['electron', '.'], process.cwd())).toEqual([])
  })

  it('takes none where none is named', () => {
    expect(filesOf(['/opt/Countersign'], '/opt/app')).toEqual([])
  })
})
