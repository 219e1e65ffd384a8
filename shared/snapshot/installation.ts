import { isDeviceId } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';

/**
 * Device ids that the installation of these settings has had, the present one last. A restore gives it another id; what
 * was backed up under an earlier one stays its own.
 */
export function devicesOf({ deviceId, formerDevices }: JsonObject): readonly string[] {
  const former = Array.isArray(formerDevices) ? formerDevices : [];
  return [...former, deviceId].filter(isDeviceId);
}

/** Settings of the same installation under another device id. */
export const withDevice = (settings: JsonObject, deviceId: string): JsonObject => ({
  ...settings,
  deviceId,
  formerDevices: [...devicesOf(settings)],
});
