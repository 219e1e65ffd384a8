/**
 * Keeps the application usable when its server is not running. A failure is not the user's concern: Fieldbook
 * then works as long as the server runs, and the next start tries again.
 */
export function registerOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch((error: unknown) => {
    console.warn('Fieldbook could not be kept for use without its server', error);
  });
}
