import { resolve } from 'node:path'

/**
 * The demuxers that a footage may be read with: those that read one file and nothing else. Playlists (hls, dash, concat, imf),
 * image sequences, text art (tty) and made-up sources (lavfi) are left out, since they open further files, or are no recording.
 * Sound-only formats are in, so that such a file is told to have no pictures rather than to be unreadable.
 */
const demuxers = [
  'mov,mp4,m4a,3gp,3g2,mj2',
  'matroska,webm',
  'avi,mpegts,mpegtsraw,mpeg,mpegvideo,m4v,flv,live_flv,kux,asf,asf_o,ogg,mxf,gxf,nut,wtv,pva,nsv,rm,ivf,dv,dhav,h261,h263,h264,hevc,obu,av1,vc1',
  'mjpeg,mpjpeg,smjpeg,lxf,nuv,ivr,ty,pmp,avs,avr,y4m,yuv4mpegpipe',
  'mp3,aac,flac,wav,w64,aiff,caf,amr,ac3,eac3,au,tta,wv,ape,aa,aax,loas,dts'
].join(',')

/** Says that a file's form is not among those above, in ffmpeg's words. */
export const notAllowedWords = 'Format not on whitelist'

/** A local path as ffmpeg must be given it: `file:` before it, so that no name is taken for a protocol or an option. */
export function fileUrl(path: string): string {
  return `file:${resolve(path)}`
}

/** The arguments that stand before `-i` for any file from outside: no network, one file, no playlist. */
export const guardArguments: readonly string[] = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', demuxers]
