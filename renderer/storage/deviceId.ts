import { type DeviceId, isDeviceId, newDeviceId, type Randomness } from '../../shared/core/ids.ts';
import type { SettingsPort } from '../../shared/ipc/host.ts';

/**
 * This installation's device id, from the settings; made at the first start. Settings that cannot be read are left
 * alone: a new id for this session does no harm, because each id only has to be nobody else's.
 */
export async function ensureDeviceId(settings: SettingsPort, random: Randomness): Promise<DeviceId> {
  const read = await settings.read();
  if (!read.ok) return newDeviceId(random);
  const { deviceId } = read.value;
  if (isDeviceId(deviceId)) return deviceId;
  const made = newDeviceId(random);
  await settings.write({ ...read.value, deviceId: made });
  return made;
}
