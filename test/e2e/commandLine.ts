import type { z } from 'zod'
import { caseSchema } from '#shared/model/case'
import { caseSnapshotSchema, type CaseSnapshot } from '#shared/model/entities'
import type { CaseId } from '#shared/model/ids'
import { ledgerVerdictSchema, type LedgerVerdict } from '#shared/model/ledger'
import { caseDraft } from '../core/openTestCore'
import { runBuilt } from '../hosts/browserHostProcess'

/** Runs the built command line on a data folder that no app holds. Answers with what it printed; throws what it refused. */
export async function runCli(dataFolder: string, args: string[]): Promise<unknown> {
  const { exitCode, stdout, stderr } = await runBuilt('cli.js', args, { COUNTERSIGN_HOME: dataFolder })
  if (exitCode !== 0) throw new Error(`cli ${args.join(' ')} ended with ${exitCode}: ${stderr}${stdout}`)
  return JSON.parse(stdout)
}

/** Calls one method of the contract; `grant` is the file of a load. */
export async function callMethod<Output>(
  dataFolder: string,
  method: string,
  input: unknown,
  output: z.ZodType<Output>,
  grant: string[] = []
): Promise<Output> {
  const grants = grant.flatMap((file) => ['--grant', file])
  return output.parse(await runCli(dataFolder, ['call', method, JSON.stringify(input), ...grants]))
}

/** A case with footage, made before any window opens. `draft` replaces what the case is called. */
export async function makeCaseWithFootage(
  dataFolder: string,
  files: string[],
  draft: Partial<typeof caseDraft> = {}
): Promise<CaseSnapshot> {
  const { id } = await callMethod(dataFolder, 'cases.create', { ...caseDraft, ...draft }, caseSchema)
  await runCli(dataFolder, ['load', id, ...files])
  return readCase(dataFolder, id)
}

/** Everything of one case. */
export function readCase(dataFolder: string, caseId: CaseId): Promise<CaseSnapshot> {
  return callMethod(dataFolder, 'cases.get', { caseId }, caseSnapshotSchema)
}

/** What the check of the ledger says. */
export async function verifyLedger(dataFolder: string): Promise<LedgerVerdict> {
  return ledgerVerdictSchema.parse(await runCli(dataFolder, ['ledger', 'verify']))
}
