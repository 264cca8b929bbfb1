import { Html } from "./html";

/** One small stylesheet for all pages; no script, no font, no picture to fetch. */
export const STYLE = new Html(`
:root { color-scheme: light dark;
  --page: #f5f6f8; --card: #fff; --ink: #16181d; --soft: #5a6272; --line: #dfe3ea; --field: #aab2c0;
  --accent: #4f46e5; --accent-ink: #fff; --bad: #b42318; --bad-soft: #fef3f2; --good: #067647; --good-soft: #ecfdf3;
  --warn: #7a4b00; --warn-soft: #fff4d6; --warn-line: #e8c46b; }
@media (prefers-color-scheme: dark) { :root {
  --page: #0e1014; --card: #171a20; --ink: #eceef2; --soft: #a0a8b8; --line: #2a2f39; --field: #5d6677;
  --accent: #8b8bff; --accent-ink: #0e1014; --bad: #ff8f85; --bad-soft: #2d1614; --good: #63d69a; --good-soft: #0f2a1d;
  --warn: #ffd479; --warn-soft: #2c230e; --warn-line: #6b5216; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
h1, h2, h3, p { margin: 0; } h1 { font-size: 22px; line-height: 1.3; letter-spacing: -0.01em; } h2 { font-size: 16px; }
a { color: var(--accent); } code, pre, .mono { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, monospace; }
.soft { color: var(--soft); } .small { font-size: 13px; } .number { font-variant-numeric: tabular-nums; }
.banner { background: var(--warn-soft); color: var(--warn); border-bottom: 1px solid var(--warn-line);
  padding: 8px 16px; text-align: center; font-size: 13px; }
.wrap { max-width: 1080px; margin: 0 auto; padding: 24px 16px 64px; display: grid; gap: 24px; }
.wrap > * { min-width: 0; }
nav.top { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; border-bottom: 1px solid var(--line);
  background: var(--card); padding: 12px max(16px, calc((100% - 1048px) / 2)); }
nav.top strong { margin-right: 8px; } nav.top a { color: var(--soft); text-decoration: none; padding: 4px 0; }
nav.top a:hover, nav.top a[aria-current] { color: var(--ink); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.card > header { display: flex; flex-wrap: wrap; gap: 8px; align-items: baseline; justify-content: space-between;
  padding: 14px 16px; border-bottom: 1px solid var(--line); }
.pad { padding: 16px; } .stack { display: grid; gap: 12px; } .scroll { overflow-x: auto; }
.row { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; } .row > * { flex: 1 1 110px; } .row > button { flex: 0 0 auto; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: 10px 16px; vertical-align: top; }
th { color: var(--soft); font-size: 12px; font-weight: 500; } tr + tr td { border-top: 1px solid var(--line); }
td.amount, th.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; } td.end { text-align: right; }
td.small, td code, td .mono { overflow-wrap: anywhere; } .when { white-space: nowrap; } header code { overflow-wrap: anywhere; }
@media (max-width: 720px) { .wide, .wide tbody, .wide tr { display: block; } .wide thead { display: none; }
  .wide td { display: block; padding: 2px 16px; text-align: left; border: 0; } .wide tr { padding: 12px 0; }
  .wide tr + tr { border-top: 1px solid var(--line); } .wide tr + tr td { border: 0; } td.amount, td.end { text-align: left; } }
.empty { padding: 28px 16px; text-align: center; color: var(--soft); }
.badge { display: inline-block; padding: 1px 8px; border-radius: 99px; font-size: 12px; white-space: nowrap;
  border: 1px solid var(--line); color: var(--soft); }
.badge.good { color: var(--good); background: var(--good-soft); border-color: transparent; }
.badge.bad { color: var(--bad); background: var(--bad-soft); border-color: transparent; }
.badge.warn { color: var(--warn); background: var(--warn-soft); border-color: transparent; }
label, .field { display: grid; gap: 4px; font-size: 13px; font-weight: 500; min-width: 0; align-content: start; }
input, select { font: inherit; font-weight: 400; color: inherit; background: var(--card); border: 1px solid var(--field); border-radius: 8px;
  padding: 9px 11px; width: 100%; min-width: 0; min-height: 42px; }
input[readonly] { background: var(--page); color: var(--soft); } input[aria-invalid] { border-color: var(--bad); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
button, .button { font: inherit; font-weight: 600; cursor: pointer; border-radius: 8px; padding: 10px 16px; text-decoration: none;
  border: 1px solid transparent; background: var(--accent); color: var(--accent-ink); text-align: center; display: inline-block; }
button.quiet, .button.quiet { background: transparent; color: var(--ink); border-color: var(--line); font-weight: 500; }
.button[aria-current] { border-color: var(--accent); color: var(--accent); }
button.slim { padding: 4px 10px; font-size: 13px; } button:hover, .button:hover { filter: brightness(1.08); }
.error { color: var(--bad); font-size: 13px; font-weight: 400; }
.alert { background: var(--bad-soft); color: var(--bad); border-radius: 8px; padding: 10px 12px; }
`);
