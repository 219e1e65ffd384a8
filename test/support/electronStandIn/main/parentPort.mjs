// Put before the entry of a stand-in utility process: Electron's port to the parent over Node's channel.
import { EventEmitter } from 'node:events';

const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message) => send(message),
  start: () => undefined,
});
const send = process.send.bind(process);
process.on('message', (data) => parentPort.emit('message', { data, ports: [] }));
process.on('disconnect', () => process.exit());
process.parentPort = parentPort;
// What a utility process has not, so that an entry that asks for it is told apart.
delete process.send;
