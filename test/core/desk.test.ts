import { describe, expect, it } from 'vitest'
import { preferencesSchema } from '#shared/model/desk'
import { caseDraft, openTestCore } from './openTestCore'

describe('the desk of a user', () => {
  it('begins with what suits most, in the library', async () => {
    const { client } = await openTestCore()
    expect(await client.desk.get()).toEqual({
      preferences: {
        locale: null,
        theme: 'dark',
        keys: {},
        panels: {},
        reportZoom: 'fit-width',
        isReportWide: false,
        isGraphicBlurred: true,
        isTourDone: false
      },
      place: { route: { screen: 'library' }, cases: {}, reportsWindow: { isOpen: false, bounds: null }, drafts: {} }
    })
  })

  it('is as it was after a new start, and no entry of the ledger', async () => {
    const core = await openTestCore()
    const { id: caseId } = await core.client.cases.create(caseDraft)
    const preferences = {
      ...preferencesSchema.parse({}),
      locale: 'es' as const,
      panels: { workbench: 0.4 },
      keys: { 'app.theme': ['Ctrl+T'] }
    }
    await core.client.desk.savePreferences(preferences)
    const here = { footageId: null, timeUs: 1_500_000, reportId: null }
    await core.client.desk.keepPlace({ route: { screen: 'case', caseId, view: 'differences' }, cases: { [caseId]: here } })
    const reportsWindow = { isOpen: true, bounds: { x: 1440, y: 0, width: 900, height: 1000 } }
    await core.client.desk.keepPlace({ reportsWindow })
    await core.client.desk.keepPlace({ drafts: { 'tag 1 note': 'He said', 'tag 2 note': 'She' } })
    await core.client.desk.keepPlace({ drafts: { 'tag 2 note': null } })
    const { sequence } = await core.client.cases.get({ caseId })
    expect(sequence).toBe(1)
    await core.close()
    const again = await openTestCore({ dataFolder: core.dataFolder })
    expect(await again.client.desk.get()).toEqual({
      preferences,
      place: {
        route: { screen: 'case', caseId, view: 'differences' },
        cases: { [caseId]: here },
        reportsWindow,
        drafts: { 'tag 1 note': 'He said' }
      }
    })
  })

  it('takes steps that arrive at once one after the other', async () => {
    const { client } = await openTestCore()
    const names = Array.from({ length: 20 }, (_, index) => `note ${index}`)
    await Promise.all(names.map((name) => client.desk.keepPlace({ drafts: { [name]: name } })))
    expect(Object.keys((await client.desk.get()).place.drafts)).toEqual(names)
  })
})
