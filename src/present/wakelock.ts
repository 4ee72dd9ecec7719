/**
 * Keeps the screen awake while a story is on stage, where the browser can; it has to be asked again
 * each time the page comes back into sight. Returns what lets the screen sleep.
 */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let wanted = true;
  const ask = async () => {
    if (!wanted || document.visibilityState !== 'visible') return;
    try {
      // A browser without wake locks has no such property, whatever its type says.
      lock = await (navigator.wakeLock as WakeLock | undefined)?.request('screen');
      if (!wanted) void lock?.release();
    } catch {
      // Refused, for instance on an empty battery: the briefing goes on all the same.
    }
  };
  const again = () => void ask();
  document.addEventListener('visibilitychange', again);
  void ask();
  return () => {
    wanted = false;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  };
}
