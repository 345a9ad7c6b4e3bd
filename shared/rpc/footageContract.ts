import { z } from 'zod'
import { alignmentChangeSchema, alignmentProposalSchema } from '../model/alignment'
import { damageSchema, footageDraftSchema, footageSchema } from '../model/footage'
import { footageIdSchema, grantIdSchema, mediaIdSchema } from '../model/ids'
import { jobSchema } from '../model/job'
import { mostWaveformBuckets, overviewSchema, waveformSchema } from '../model/overview'
import { footageTimeSchema } from '../model/primitives'
import { inCase, mutation, query, withdrawal } from './method'
import { problemSchema } from './problem'

/** Which sound track is heard, counted from 0. */
const audioTrack = z.number().int().min(0).max(999).default(0)

/** The methods about footage: loading, playing, pictures, frames, alignment. */
export const footageContract = {
  load: mutation('Load one video file: hash, probe, record. Answers with the job; its result is the footage id')
    .input(inCase.extend({ grantId: grantIdSchema, draft: footageDraftSchema }))
    .output(jobSchema),
  update: mutation('Change wearer, label or start time of a footage')
    .input(z.object({ footageId: footageIdSchema, draft: footageDraftSchema }))
    .output(footageSchema),
  withdraw: mutation('Withdraw a footage')
    .input(z.object({ footageId: footageIdSchema, ...withdrawal }))
    .output(footageSchema),
  verify: mutation('Hash a source again and record whether it is intact, changed or missing. Answers with the job')
    .input(z.object({ footageId: footageIdSchema }))
    .output(jobSchema),
  relink: mutation('Find the file of a footage again among chosen files: only one with the same SHA-256 is taken. Answers with the job')
    .input(z.object({ footageId: footageIdSchema, grantIds: z.array(grantIdSchema).min(1).max(1000) }))
    .output(jobSchema),
  makeProxy: mutation('Make a playable proxy of a footage that cannot be played from its source. Answers with the job')
    .input(z.object({ footageId: footageIdSchema, audioTrack }))
    .output(jobSchema),
  alignBySound: mutation('Look for the sound of one camera in that of another. Answers with the job; what it found waits for a person')
    .input(z.object({ footageId: footageIdSchema, referenceId: footageIdSchema }))
    .output(jobSchema),
  alignmentProposal: query('What the last search by sound for a footage ended with, or null')
    .input(z.object({ footageId: footageIdSchema }))
    .output(alignmentProposalSchema.nullable()),
  align: mutation('Accept what the sound tells, match moments by hand, move by a small step, or take an alignment back')
    .input(z.object({ footageId: footageIdSchema, change: alignmentChangeSchema }))
    .output(footageSchema),
  playback: query('Whether and from what a footage can be played now, with one of its sound tracks; a proxy that it needs is begun')
    .input(
      z.object({
        footageId: footageIdSchema,
        audioTrack,
        /** Set where the source was tried and does not play. */
        isSourceBroken: z.boolean().default(false),
        /** Of a proxy that is being made, up to here is needed to go on, and this moment is waited for. */
        neededUs: footageTimeSchema.default(0),
        awaitedUs: footageTimeSchema.nullable().default(null)
      })
    )
    .output(
      z.object({
        from: z.enum(['source', 'proxy', 'growing', 'none']),
        mediaId: mediaIdSchema.nullable(),
        /** How far a proxy that is still being made reaches; null otherwise. Ask again with what is needed. */
        readyUs: footageTimeSchema.nullable(),
        /** Why it cannot be played, or null. */
        problem: problemSchema.nullable()
      })
    ),
  damage: query('Where a footage is damaged, as its file was read and as its proxy was made')
    .input(z.object({ footageId: footageIdSchema }))
    .output(z.array(damageSchema)),
  frames: query('Presentation times of the frames in a window of a footage, ascending; of its proxy, those that it shows')
    .input(
      z.object({
        footageId: footageIdSchema,
        fromUs: footageTimeSchema,
        toUs: footageTimeSchema,
        of: z.enum(['source', 'proxy']).default('source')
      })
    )
    .output(
      z.object({
        timesUs: z.array(footageTimeSchema).max(20_000),
        firstFrameIndex: z.number().int().min(0),
        /** Where the proxy's frames are not those of the source: when it shows each, and each one's number in the source. */
        proxy: z.object({ timesUs: z.array(footageTimeSchema), frameIndexes: z.array(z.number().int().min(0)) }).nullable()
      })
    ),
  overview: query('The filmstrip and the extent of the waveform of a footage, as far as they are made; both are made by themselves')
    .input(z.object({ footageId: footageIdSchema }))
    .output(overviewSchema),
  waveform: query('A stretch of the waveform of a footage in buckets')
    .input(
      z.object({
        footageId: footageIdSchema,
        fromUs: footageTimeSchema,
        toUs: footageTimeSchema,
        bucketCount: z.number().int().min(1).max(mostWaveformBuckets)
      })
    )
    .output(waveformSchema),
  makeOverview: mutation('Make what is missing of the filmstrip and the waveform of a footage, also after it failed')
    .input(z.object({ footageId: footageIdSchema }))
    .output(z.array(jobSchema))
}
