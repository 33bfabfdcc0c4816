// Every word of the page, in both languages, side by side.
import { language } from '/open/lang.js';

const WORDS = {
  skip: ['跳到告警', 'Skip to alerts'],
  more: ['更多', 'More'],
  records: ['记录', 'Records'],
  recordsHint: ['选择要填写的记录', 'Choose what to write down'],
  recordKeep: ['保存记录', 'Keep this record'],
  recordKept: ['已保存：{n}', 'Kept: {n}'],
  recordsBefore: ['近30天的记录', 'Of the last 30 days'],
  recordOnward: ['办理下一步', 'Next step'],
  recordOverdue: ['已逾期', 'overdue'],
  recordsNone: ['近30天没有记录', 'None in the last 30 days'],
  needed: ['必填', 'needed'],
  choose: ['请选择', 'Choose'],
  bad_field: ['有栏目需要修改，见下方标出的栏目', 'Some fields need another look; they are marked below'],
  alerts: ['告警', 'Alerts'],
  devices: ['设备', 'Devices'],
  recent: ['近24小时已结束', 'Ended in the last 24 hours'],
  recentTab: ['已结束', 'Ended'],
  toClose: ['已恢复，待关闭', 'Right again, to be closed'],
  andMore: ['另有 {n} 项', 'and {n} more'],
  sections: ['页面', 'Sections'],
  loading: ['正在读取…', 'Loading…'],
  liveOn: ['实时', 'Live'],
  liveOff: ['中断', 'Lost'],
  lost: ['数据连接中断，显示的是 {time} 的状态。正在重新连接…', 'Connection lost; this is how things stood at {time}. Reconnecting…'],
  notJudged: ['规则引擎暂时没有应答，设备状态未知。', 'The rules do not answer; the state of the devices is not known.'],

  openCount: ['{n} 项待处理', '{n} to take on'],
  takenCount: ['{n} 项处理中', '{n} being handled'],
  calm: ['没有未处理的告警', 'No open alerts'],
  calmProven: ['{n} 台设备全部达标', 'All devices compliant: {n}'],
  calmUnproven: ['但有 {n} 台设备未证实：没有足够的数据证明它们正常', 'but unproven devices: {n}. There is not enough data to show that they are right'],
  calmBreach: ['{n} 台设备有异常，尚在容忍时间内或已被抑制', 'Devices in breach, within tolerance or suppressed: {n}'],
  nothingRecent: ['近24小时没有结束的告警', 'No alert ended in the last 24 hours'],
  nothingDevices: ['没有可看的设备', 'There are no devices to see'],

  critical: ['紧急', 'Critical'],
  major: ['重大', 'Major'],
  warning: ['警告', 'Warning'],
  notice: ['提示', 'Notice'],
  compliant: ['达标', 'Compliant'],
  breach: ['异常', 'Breach'],
  unproven: ['未证实', 'Unproven'],

  open: ['待处理', 'Open'],
  acknowledged: ['处理中', 'Being handled'],
  resolved: ['已恢复', 'Resolved'],
  closed: ['已关闭', 'Closed'],
  false_alarm: ['误报', 'False alarm'],
  withdrawn: ['已撤回', 'Withdrawn'],
  suppressed: ['已抑制', 'Suppressed'],

  lasted: ['已持续', 'For'],
  lastedAll: ['历时 {d}', 'lasted {d}'],
  sinceAt: ['自 {t} 起', 'since {t}'],
  limit: ['限值 {v}', 'limit {v}'],
  todo: ['怎么做', 'What to do'],
  owner: ['负责人', 'Owner'],
  ownedBy: ['{who} 在处理', '{who} is on it'],
  you: ['我', 'You'],
  promised: ['承诺 {t} 前完成', 'promised by {t}'],
  left: ['剩 {d}', '{d} left'],
  overdue: ['已超 {d}', '{d} overdue'],
  nobody: ['还没有人接手', 'Nobody has taken it on'],
  level: ['已升级到第 {n} 级', 'Escalated to level {n}'],
  history: ['经过', 'History'],
  evidence: ['依据', 'Evidence'],
  fromHistory: ['由历史数据发现', 'Found in history'],

  take: ['我来处理', 'I take it'],
  takeWhen: ['多久能处理好？', 'How long will it take?'],
  minutes: ['分钟', 'min'],
  promiseAnew: ['需要更久', 'It takes longer'],
  whyLonger: ['为什么需要更久', 'Why it takes longer'],
  promised_anew: ['重新承诺', 'Promised anew'],
  handOver: ['转给他人', 'Hand over'],
  handOverTo: ['转给', 'To'],
  untilAccepted: ['对方接受之前，仍由你负责。', 'It stays yours until it is accepted.'],
  offeredTo: ['已请 {who} 接手', '{who} is asked to take over'],
  offeredToYou: ['{who} 请你接手这条告警。', '{who} asks you to take this over.'],
  accept: ['接手', 'Take over'],
  decline: ['不接', 'Decline'],
  effectOf: ['起因', 'Effect of'],
  effects: ['受影响：{n} 项', 'Effects: {n}'],
  askRepair: ['报修', 'Ask for a repair'],
  repairWhat: ['报修内容', 'What is to be repaired'],
  silence: ['静音', 'Silence'],
  silences: ['静音与计划停用', 'Silences'],
  silenceWhy: ['为什么静音', 'Why'],
  silenceWhat: ['静音对象', 'What'],
  silenceHours: ['多少小时', 'For how many hours'],
  silenceNote: ['照常判断和记录，只是不通知；结束时仍异常会通知。', 'All is judged and kept; nobody is told. What still goes on when it ends is told then.'],
  newSilence: ['新建静音', 'New silence'],
  noSilences: ['现在没有静音', 'Nothing is silent now'],
  endSilence: ['结束静音', 'End it'],
  plannedSilence: ['日历中的计划', 'Planned in the calendar'],
  wholeSite: ['全场', 'Whole site'],
  in_force: ['生效中', 'In force'],
  upcoming: ['未开始', 'To come'],
  suppressedNow: ['已抑制：有起因或已静音', 'Suppressed: behind a cause, or silenced'],
  comment: ['补充说明', 'Comment'],
  details: ['详情', 'Details'],
  close: ['处理完成', 'Close it'],
  falseAlarm: ['误报', 'False alarm'],
  cancel: ['取消', 'Cancel'],
  back: ['返回', 'Back'],
  send: ['提交', 'Send'],
  note: ['说明', 'Note'],
  noteOptional: ['说明（可不填）', 'Note (optional)'],
  cause: ['原因', 'Cause'],
  done: ['做了什么', 'What was done'],
  remeasured: ['复测值（可不填）', 'Measured again (optional)'],
  override: ['传感器仍显示异常时关闭的理由', 'Why close it while the sensor still shows it'],
  equipment: ['设备', 'Equipment'],
  procedure: ['流程', 'Procedure'],
  behaviour: ['操作习惯', 'Behaviour'],
  environment: ['环境', 'Environment'],
  whyFalse: ['为什么是误报', 'Why is it a false alarm'],
  saved: ['已保存', 'Saved'],

  last24h: ['最近 24 小时', 'Last 24 hours'],
  noData: ['这段时间没有数据', 'No data in this time'],
  meanOf: ['均值与高低', 'mean, low and high'],
  rules: ['规则', 'Rules'],
  rule: ['规则', 'Rule'],
  noRules: ['没有规则看这台设备，所以无法证明它达标。', 'No rule looks at this device, so nothing proves it compliant.'],
  readings: ['最新读数', 'Latest readings'],
  neverHeard: ['从未收到数据', 'Never heard'],
  lastCycle: ['最近一次消毒', 'Last disinfection'],
  noCycle: ['最近 7 天没有已知的消毒记录', 'None is known of the last 7 days'],
  cycleMaximum: ['最高温度', 'Maximum'],
  cycleHeld: ['达标时长 / 应达', 'Time at target / needed'],
  refused: ['被拒收的数据', 'Refused data'],
  why: ['为什么', 'Why'],
  noRefused: ['没有', 'None'],
  noValue: ['无值', 'no value'],
  suspect: ['存疑', 'suspect'],
  bad: ['不可信', 'not believed'],
  yes: ['是', 'Yes'],
  no: ['否', 'No'],
  isOpen: ['开', 'Open'],
  isShut: ['关', 'Closed'],
  isOn: ['开', 'On'],
  isOff: ['关', 'Off'],
  online1: ['在线', 'Online'],
  online0: ['离线', 'Offline'],

  account: ['账号', 'Account'],
  signOut: ['退出登录', 'Sign out'],
  password: ['修改密码', 'Change password'],
  currentPassword: ['现在的密码', 'Current password'],
  newPassword: ['新密码（至少 8 位）', 'New password (8 or more)'],
  oneTime: ['你在用一次性密码，请设一个自己的密码。', 'You use a one-time password; please set one of your own.'],
  setPassword: ['设密码', 'Set password'],
  dailyReport: ['今日检查记录（日管控）', 'Record of today'],
  weeklyReport: ['本周排查治理报告（周排查）', 'Review of this week'],
  monthlyReport: ['本月调度会议纪要（月调度）', 'Minutes of this month'],
  'risk-listReport': ['风险管控清单', 'List of risks'],
  'temperature-logReport': ['温度记录表', 'Temperature log'],
  assetsReport: ['设施设备台账', 'Register of assets'],
  scoreReport: ['五常评分', '五常 score'],
  inspectionPackage: ['检查资料包（近一个月）', 'Package for an inspector (the last month)'],
  apiDescription: ['接口说明', 'API description'],
  system: ['系统状态', 'System'],
  ok: ['正常', 'OK'],
  failing: ['故障', 'Failing'],
  unknownDevices: ['未登记的设备', 'Unknown devices'],
  noUnknown: ['没有', 'None'],
  lastSent: ['最近一次内容', 'Last payload'],
  addSo: ['加入配置的写法', 'To make it known'],
  copy: ['复制', 'Copy'],
  copied: ['已复制', 'Copied'],
  messages: ['{n} 条', '{n} messages'],

  viewer: ['查看', 'Viewer'],
  inspector: ['检查员', 'Inspector'],
  contractor: ['承包方', 'Contractor'],
  operation: ['操作层', 'Operation'],
  management: ['管理层', 'Management'],
  decision: ['决策层', 'Decision'],
  admin: ['管理员', 'Administrator'],

  opened: ['告警', 'Opened'],
  confirmed: ['确认仍在持续', 'Still going on'],
  overdueStep: ['超过承诺时间', 'Past the promised time'],
  worsened: ['加重', 'Worsened'],
  revised: ['更正', 'Revised'],
  reopened: ['再次出现', 'Reopened'],
  released: ['解除抑制', 'Released'],
  hand_over_offered: ['请求移交', 'Hand-over offered'],
  handed_over: ['已移交', 'Handed over'],
  hand_over_declined: ['拒绝接手', 'Hand-over declined'],
  affected: ['影响扩大', 'More effects'],
  commented: ['说明', 'Comment'],
  escalated: ['升级', 'Escalated'],
  notification: ['通知', 'Notified'],
  systemActor: ['系统', 'System'],
  requested: ['待发送', 'to be sent'],
  sent: ['已送达', 'sent'],
  failed: ['出错了，请再试一次。', 'It failed; please try again.'],
  outcomeFailed: ['发送失败', 'failed'],
  dropped: ['已放弃', 'dropped'],

  already_acknowledged: ['已经有人接手了。', 'Somebody has taken it on already.'],
  too_long: ['超过 24 小时的静音需要管理层。', 'More than 24 hours takes management.'],
  unknown_silence: ['没有这条静音。', 'There is no such silence.'],
  not_owned: ['还没有人接手，请先点“我来处理”。', 'Nobody owns it yet; take it on instead.'],
  not_offered: ['没有请你接手，或者已经撤回。', 'It was not offered to you, or no more.'],
  not_standing: ['这条告警已经结束。', 'This alert is over already.'],
  still_in_breach: ['传感器仍显示异常，不能关闭；如确需关闭，请填写理由（管理层）。', 'The sensor still shows the breach; closing it takes a reason, and management.'],
  not_allowed: ['你的角色不能做这件事。', 'Your role may not do this.'],
  csrf: ['页面已过期，请刷新。', 'The page is out of date; please reload.'],
  store_unavailable: ['数据库暂时不可用，告警照常。', 'The database is away; alerts go on.'],
  busy: ['系统忙，请稍后再试。', 'The system is busy; try again.'],
  unreachable: ['连不上服务器。', 'The server cannot be reached.'],
  not_found: ['没有找到。', 'Not found.'],
  too_many_tries: ['尝试次数过多，请稍后再试。', 'Too many tries; wait a while.'],
};

const METRICS = {
  temperature: ['温度', 'Temperature'],
  humidity: ['湿度', 'Humidity'],
  door_open: ['门', 'Door'],
  power: ['功率', 'Power'],
  voltage: ['电压', 'Voltage'],
  current: ['电流', 'Current'],
  power_factor: ['功率因数', 'Power factor'],
  energy_total: ['用电量', 'Energy'],
  water_total: ['用水量', 'Water'],
  flow_rate: ['流量', 'Flow'],
  pulse_total: ['脉冲', 'Pulses'],
  residual_current: ['剩余电流', 'Residual current'],
  uv_on: ['紫外线灯', 'UV lamp'],
  occupied: ['有人', 'Occupied'],
  battery_pct: ['电量', 'Battery'],
  rssi: ['信号', 'Signal'],
  linkquality: ['链路质量', 'Link quality'],
  online: ['在线', 'Online'],
};

// What evidence is commonly called; anything else stands under its own name.
const FACTS = {
  value: ['读数', 'Reading'],
  limit: ['限值', 'Limit'],
  held: ['已持续', 'Held for'],
  since: ['开始', 'Since'],
  tolerate: ['容忍', 'Tolerated'],
  frozen: ['数据中断', 'Without data'],
  highest: ['最高', 'Highest'],
  lowest: ['最低', 'Lowest'],
  extreme: ['极值', 'Extreme'],
  lastHeard: ['最后收到', 'Last heard'],
  count: ['次数', 'Count'],
  repeats: ['反复出现次数', 'Came back, times'],
  door: ['门', 'Door'],
};

const DIGITS = {
  temperature: 1, humidity: 0, voltage: 1, current: 1, power_factor: 2, energy_total: 1,
  water_total: 3, flow_rate: 2, residual_current: 0, battery_pct: 0, rssi: 0,
};
const FLAGS = {
  door_open: ['isShut', 'isOpen'],
  uv_on: ['isOff', 'isOn'],
  occupied: ['no', 'yes'],
  online: ['online0', 'online1'],
};

export function t(key, values) {
  const pair = WORDS[key];
  let text = pair ? pair[language() === 'zh' ? 0 : 1] : key;
  for (const [name, value] of Object.entries(values ?? {})) {
    text = text.replaceAll(`{${name}}`, () => value);
  }
  return text;
}

/** A text of the API: {zh, en}. */
export const say = (text) => (text ? text[language()] || text.zh || text.en : '');

export function metric(name) {
  const phase = /^(.*)_l([123])$/.exec(name);
  const pair = METRICS[phase ? phase[1] : name];
  const word = pair ? pair[language() === 'zh' ? 0 : 1] : name;
  return phase ? `${word} L${phase[2]}` : word;
}

export function factName(name) {
  const pair = FACTS[name];
  return pair ? pair[language() === 'zh' ? 0 : 1] : metric(name);
}

export const isFlag = (name) => name in FLAGS;

/** A number as a person reads it; a yes or no as a word. */
export function value(name, number, unit) {
  if (number === null || number === undefined) {
    return t('noValue');
  }
  if (isFlag(name)) {
    return t(FLAGS[name][number >= 0.5 ? 1 : 0]);
  }
  if (unit === 'W' && Math.abs(number) >= 1000) {
    return `${(number / 1000).toFixed(2)} kW`;
  }
  return withUnit(number.toFixed(DIGITS[name.replace(/_l[123]$/, '')] ?? (Math.abs(number) < 10 ? 1 : 0)), unit);
}

/** A piece of evidence: an amount with its unit, or a plain word or number. */
export function fact(fact) {
  if (typeof fact === 'object' && fact !== null) {
    return fact.value === null ? t('noValue') : withUnit(trimmed(fact.value), fact.unit);
  }
  return typeof fact === 'number' ? trimmed(fact) : String(fact);
}

export const problem = (failure) => {
  const known = WORDS[failure.code];
  return known ? t(failure.code) : failure.message || t('failed');
};

const trimmed = (number) => String(Math.round(number * 100) / 100);
const withUnit = (text, unit) => (unit ? `${text}${unit === '%' ? '' : ' '}${unit}` : text);
