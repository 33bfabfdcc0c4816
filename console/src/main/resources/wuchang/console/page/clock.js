// The system's time, not the phone's: durations on the page are those of the server's clock, which
// may also run faster than the wall's (a demo at speed).
import { language } from '/open/lang.js';

let server = Date.now();
let local = performance.now();
let rate = 1;
let zone = 'UTC';

export function setZone(name) {
  zone = name;
}

export function timezone() {
  return zone;
}

/** Hears what the server's time is; two hearings tell how fast it runs. */
export function hear(iso) {
  const then = Date.parse(iso);
  const here = performance.now();
  const elapsed = here - local;
  if (elapsed > 5000) {
    const measured = (then - server) / elapsed;
    rate = measured > 1.5 ? measured : 1;
  }
  server = then;
  local = here;
}

export function now() {
  return server + (performance.now() - local) * rate;
}

const formats = new Map();

function format(options) {
  const key = language() + zone + JSON.stringify(options);
  if (!formats.has(key)) {
    const locale = language() === 'zh' ? 'zh-CN' : 'en-GB';
    formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  }
  return formats.get(key);
}

const HM = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const DAY = { month: 'short', day: 'numeric' };

/** HH:MM, with the day before it when it is another one. */
export function moment(iso) {
  const at = typeof iso === 'number' ? iso : Date.parse(iso);
  const day = format(DAY);
  const time = format(HM).format(at);
  return day.format(at) === day.format(now()) ? time : `${day.format(at)} ${time}`;
}

export function hourMinute(at) {
  return format(HM).format(at);
}

export function seconds(at) {
  return format({ ...HM, second: '2-digit' }).format(at);
}

/** How far the site's wall clock is ahead of UTC at an instant, in ms. */
function offset(at) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(at);
  const part = (type) => Number(parts.find((each) => each.type === type).value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(at / 1000) * 1000;
}

/** What the site's wall clock shows at an instant, as a field for date and time takes it. */
export function wall(at) {
  return new Date(at + offset(at)).toISOString().slice(0, 16);
}

/** The instant at which the site's wall clock shows this; NaN when it is no time. */
export function instant(local) {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) {
    return NaN;
  }
  // Twice, or an hour beside a change of the clocks would be off.
  const guess = asUtc - offset(asUtc);
  return asUtc - offset(guess);
}

/** 45 秒, 35 分, 2 小时 5 分, 3 天 4 小时: two parts are enough to act on. */
export function duration(ms) {
  const zh = language() === 'zh';
  const s = Math.max(0, Math.floor(ms / 1000));
  const parts = [
    [Math.floor(s / 86400), zh ? ' 天' : ' d'],
    [Math.floor((s % 86400) / 3600), zh ? ' 小时' : ' h'],
    [Math.floor((s % 3600) / 60), zh ? ' 分' : ' min'],
    [s % 60, zh ? ' 秒' : ' s'],
  ];
  const first = parts.findIndex(([n]) => n > 0);
  if (first < 0) {
    return zh ? '0 秒' : '0 s';
  }
  // Seconds matter in the first minutes only.
  const last = first === 2 && parts[2][0] >= 5 ? 3 : Math.min(first + 2, 4);
  return parts
    .slice(first, last)
    .filter(([n]) => n > 0)
    .map(([n, unit]) => n + unit)
    .join(' ');
}

/** How long ago, as a person says it. */
export function ago(iso) {
  const ms = now() - Date.parse(iso);
  const zh = language() === 'zh';
  if (ms < 5000) {
    return zh ? '刚刚' : 'just now';
  }
  const whole = ms < 60000 ? Math.floor(ms / 5000) * 5000 : ms;
  return zh ? `${duration(coarse(whole))}前` : `${duration(coarse(whole))} ago`;
}

function coarse(ms) {
  const units = [86400000, 3600000, 60000];
  const unit = units.find((u) => ms >= u * 2) ?? (ms >= 60000 ? 60000 : 1);
  return Math.floor(ms / unit) * unit;
}
