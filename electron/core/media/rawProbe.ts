import { z } from 'zod'

const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .optional()
  .catch(undefined)

const tags = z.record(z.string(), z.string()).catch({})

const rawStreamSchema = z.object({
  index: z.number().int(),
  codec_type: z.string().optional(),
  codec_name: z.string().optional(),
  pix_fmt: z.string().optional(),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
  r_frame_rate: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  time_base: z.string().optional(),
  start_time: decimal,
  duration: decimal,
  disposition: z.object({ attached_pic: z.number().optional() }).optional(),
  side_data_list: z
    .array(z.object({ rotation: z.number().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
  tags: tags.optional()
})
export type RawStream = z.infer<typeof rawStreamSchema>

/** The part of ffprobe's JSON (`-show_format -show_streams`) that the app reads. Numbers in strings are decimal seconds. */
export const rawProbeSchema = z.object({
  format: z.object({
    format_name: z.string(),
    start_time: decimal,
    duration: decimal,
    size: decimal,
    tags: tags.optional()
  }),
  streams: z.array(rawStreamSchema).default([])
})
export type RawProbe = z.infer<typeof rawProbeSchema>
