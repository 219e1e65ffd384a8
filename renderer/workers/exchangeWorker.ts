import { exchangeDesk } from './exchangeDesk.ts';
import type { ExchangeMessage, ExchangeTask } from './exchangeMessages.ts';

const take = exchangeDesk((message: ExchangeMessage) => self.postMessage(message));

self.addEventListener('message', (event: MessageEvent<ExchangeTask>) => take(event.data));
