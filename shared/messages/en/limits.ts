/** What does not work on this machine and why, as Diagnostics lists it. */
export const limits = {
  noFfprobe:
    'No ffprobe was found: of new footage, only MP4, MOV, MKV, WebM and MPEG-TS can be loaded, and not every file of these; what cannot be read rightly is refused. Damage inside a file is not looked for.',
  noFfmpeg: 'No ffmpeg was found: no playable copies of footage that this window cannot play, no demonstration footage.',
  noStills: 'The findings summary holds no stills: they take both ffmpeg and ffprobe.',
  oldBuild: 'The ffmpeg in use is the old build from npm. Install ffmpeg, or name one in FFMPEG_BIN, for newer formats.',
  codebookRefused:
    'The codebook in the data folder ({fileName}) is not used: {why}. The shipped codebook is used instead. Mend the file, or take it away, and start again.',
  codebookTooLarge: 'it is larger than {megabytes} MB',
  codebookNoJson: 'it is no JSON',
  codebookUnreadable: 'it cannot be read ({words})'
} as const
