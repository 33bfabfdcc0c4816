// A day of one metric: the mean as a line, low and high as a band, gaps as gaps.
import uPlot from './uplot.js';
import { hourMinute, timezone } from './clock.js';
import { isFlag, value } from './words.js';

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/**
 * Points further apart than the device could be silent are not joined: a null between them breaks
 * the line, for nobody knows what was in between.
 */
function columns(points, gapSeconds) {
  const rows = [[], [], [], []];
  const put = (...row) => row.forEach((item, i) => rows[i].push(item));
  let before = null;
  for (const point of points) {
    const at = Date.parse(point.time) / 1000;
    if (before !== null && at - before > gapSeconds) {
      put((before + at) / 2, null, null, null);
    }
    put(at, point.value, point.min, point.max);
    before = at;
  }
  return rows;
}

export function drawChart(target, { points, metric, unit, from, to, gapSeconds, limit }) {
  const flag = isFlag(metric);
  const line = css('--chart');
  const band = css('--chart-band');
  const axis = { stroke: css('--ink-2'), grid: { stroke: css('--line'), width: 1 }, ticks: { show: false }, font: '13px sans-serif' };
  const series = {
    stroke: line,
    width: 2,
    points: { show: false },
    paths: flag ? uPlot.paths.stepped({ align: 1 }) : undefined,
  };
  const options = {
    width: Math.max(260, target.clientWidth),
    height: flag ? 140 : 220,
    cursor: { drag: { x: false, y: false }, points: { size: 9 } },
    legend: { show: false },
    tzDate: (at) => uPlot.tzDate(new Date(at * 1000), timezone()),
    scales: {
      x: { min: from / 1000, max: to / 1000, range: [from / 1000, to / 1000] },
      y: flag ? { range: [-0.1, 1.1] } : { range: (u, low, high) => spread(low, high, limit) },
    },
    series: [{}, series, { stroke: 'transparent', points: { show: false } }, { stroke: 'transparent', points: { show: false } }],
    bands: flag ? [] : [{ series: [3, 2], fill: band }],
    axes: [
      { ...axis, size: 36, values: (u, splits) => splits.map((at) => hourMinute(at * 1000)), space: 64 },
      { ...axis, size: 64, splits: flag ? () => [0, 1] : undefined, values: (u, splits) => splits.map((v) => (flag ? value(metric, v, '') : `${round(v)}${unit ? ` ${unit}` : ''}`)) },
    ],
    hooks: { draw: limit === undefined ? [] : [(u) => limitLine(u, limit)] },
  };
  const chart = new uPlot(options, columns(points, flag ? Infinity : gapSeconds), target);
  return chart;
}

function spread(low, high, limit) {
  const values = [low, high, limit].filter((v) => v !== undefined && v !== null);
  if (values.length === 0) {
    return [0, 1];
  }
  const bottom = Math.min(...values);
  const top = Math.max(...values);
  const room = Math.max((top - bottom) * 0.1, 0.5);
  return [bottom - room, top + room];
}

function limitLine(u, limit) {
  const { ctx, bbox } = u;
  const y = u.valToPos(limit, 'y', true);
  ctx.save();
  ctx.strokeStyle = css('--critical');
  ctx.lineWidth = 2;
  ctx.setLineDash([8, 6]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

const round = (number) => String(Math.round(number * 100) / 100);
