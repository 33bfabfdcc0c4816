// What the page knows, and who wants to hear when it changes. All drawing follows from here.
export const state = {
  me: null,
  site: null,
  alerts: new Map(),
  devices: new Map(),
  lostSince: null,
  judged: true,
  loaded: false,
};

const listeners = new Set();
let asked = false;

export function onChange(listener) {
  listeners.add(listener);
}

/** Draws once for however many changes come within a frame; a hidden page draws later. */
export function changed() {
  if (!asked) {
    asked = true;
    setTimeout(() => {
      asked = false;
      listeners.forEach((listener) => listener());
    }, 50);
  }
}

const RANK = { critical: 0, major: 1, warning: 2, notice: 3 };

export const isStanding = (alert) => alert.state === 'open' || alert.state === 'acknowledged';

/** The worst first, and of those the oldest. */
export function standing() {
  return [...state.alerts.values()]
    .filter(isStanding)
    .sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.since.localeCompare(b.since));
}

export const may = (permission) => state.me?.may.includes(permission) ?? false;

export const isMine = (alert) => alert.owner !== null && alert.owner === state.me?.id;

export const isOfferedToMe = (alert) => alert.offeredTo !== null && alert.offeredTo === state.me?.id;

export function personName(id) {
  return state.site?.people[id] ?? id;
}

export function deviceName(id, say) {
  const device = state.devices.get(id);
  return device ? say(device.name) : id;
}

export function areaName(id, say) {
  const area = state.site?.areas.find((a) => a.id === id);
  return area ? say(area.name) : id;
}

export function counts() {
  const all = { compliant: 0, breach: 0, unproven: 0 };
  state.devices.forEach((device) => all[device.state]++);
  return all;
}
