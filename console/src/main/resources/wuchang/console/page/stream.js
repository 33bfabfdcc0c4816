// The live stream. Nothing is kept for us while we are away, so every (re)connection reads all the
// lists anew before the page says that it is live.
import { hear, now } from './clock.js';

const SILENCE = 40_000;
const LONGEST_WAIT = 30_000;

export function follow({ onHello, onEvent, onLost }) {
  let source = null;
  let tries = 0;
  let heard = performance.now();
  let lastGood = now();
  let timer = null;

  function connect() {
    clearTimeout(timer);
    timer = null;
    source?.close();
    heard = performance.now();
    source = new EventSource('/api/v1/stream');
    source.addEventListener('hello', (event) => {
      beat(event);
      onHello().then(() => (tries = 0), lost);
    });
    source.addEventListener('clock', beat);
    ['alert', 'reading', 'device'].forEach((name) =>
      source.addEventListener(name, (event) => {
        heard = performance.now();
        lastGood = now();
        onEvent(name, JSON.parse(event.data));
      }),
    );
    source.onerror = lost;
  }

  function beat(event) {
    heard = performance.now();
    hear(JSON.parse(event.data).now);
    lastGood = now();
  }

  function lost() {
    source?.close();
    onLost(lastGood);
    if (timer === null) {
      const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** tries++);
      timer = setTimeout(connect, wait * (0.7 + Math.random() * 0.6));
    }
  }

  // A connection can die without a word: a phone asleep, a cable pulled.
  setInterval(() => {
    if (timer === null && performance.now() - heard > SILENCE) {
      lost();
    }
  }, 5_000);
  addEventListener('online', connect);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && performance.now() - heard > 20_000) {
      connect();
    }
  });
  connect();
}
