/** True on a Mac, where Cmd stands for Ctrl. */
export const isMac = navigator.userAgent.includes('Mac OS')
