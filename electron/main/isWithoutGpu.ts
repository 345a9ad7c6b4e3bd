/** The folders and devices by which Linux offers a graphics card: its own, and the host's under WSL. */
const graphicsDevices = ['/dev/dri', '/dev/dxg']

/** Whether this machine is known to have no graphics device. Elsewhere than on Linux Chromium finds out by itself. */
export function isWithoutGpu(platform: NodeJS.Platform, exists: (path: string) => boolean): boolean {
  return platform === 'linux' && !graphicsDevices.some(exists)
}
