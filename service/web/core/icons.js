// Line icons, drawn for this page. Screen readers skip them: each has a label beside it.
import { svg, html } from "lit";

const LINES = {
  circle: svg`<circle cx="12" cy="12" r="7.5"/><circle cx="12" cy="4.5" r="2.2" class="solid"/><circle cx="5.5" cy="15.8" r="2.2" class="solid"/><circle cx="18.5" cy="15.8" r="2.2" class="solid"/>`,
  wallet: svg`<path d="M3 8.5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v2a1.8 1.8 0 0 0 0 3.6v2a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-2a1.8 1.8 0 0 0 0-3.6z"/><path d="M14.5 7v2m0 2.2v1.8m0 2.2V17"/>`,
  share: svg`<path d="M12 4v11M7.5 8 12 3.5 16.5 8"/><path d="M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5"/>`,
  friends: svg`<circle cx="9" cy="8" r="3.3"/><path d="M3 19.5c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5"/><path d="M15.5 5.2a3.2 3.2 0 0 1 0 5.8M17.5 14.6c2 .7 3.5 2.5 3.5 4.9"/>`,
  me: svg`<circle cx="12" cy="8.2" r="3.8"/><path d="M4.5 20c.6-3.8 3.6-6 7.5-6s6.900 2.200 7.500 6"/>`,
  gift: svg`<rect x="4" y="10" width="16" height="10" rx="1.500"/><path d="M3 7.500h18V10H3zM12 7.500V20M12 7.300C10 7.300 7.500 6.500 7.500 4.800S10.500 3 12 7.300c1.500-4.300 4.500-4.200 4.500-2.500S14 7.300 12 7.300z"/>`,
  bell: svg`<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500a2.200 2.200 0 0 0 4 0"/>`,
  search: svg`<circle cx="10.800" cy="10.800" r="6.300"/><path d="m15.500 15.500 5 5"/>`,
  star: svg`<path d="m12 3.800 2.500 5.200 5.700.8-4.100 4 1 5.700-5.100-2.700-5.100 2.700 1-5.700-4.100-4 5.700-.8z"/>`,
  back: svg`<path d="M14.500 5 7.500 12l7 7"/>`,
  check: svg`<path d="m5 12.500 4.500 4.500L19 7.500"/>`,
  cross: svg`<path d="m6.500 6.500 11 11m0-11-11 11"/>`,
  down: svg`<path d="m6 9.500 6 6 6-6"/>`,
  up: svg`<path d="m6 14.500 6-6 6 6"/>`,
  copy: svg`<rect x="8.500" y="8.500" width="11" height="11" rx="2"/><path d="M15.500 8.500V6.500a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2"/>`,
  moon: svg`<path d="M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M18.400 5.600 17 7M7 17l-1.400 1.400"/>`,
  chat: svg`<path d="M4 6.500a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6.500L7 20v-3.500H6a2 2 0 0 1-2-2z"/>`,
  wish: svg`<path d="M12 19.500S4 15 4 9.300A4.300 4.300 0 0 1 12 7a4.300 4.300 0 0 1 8 2.300c0 5.700-8 10.200-8 10.200z"/>`,
  more: svg`<circle cx="5.500" cy="12" r="1.300" class="solid"/><circle cx="12" cy="12" r="1.300" class="solid"/><circle cx="18.500" cy="12" r="1.300" class="solid"/>`,
  bookmark: svg`<path d="M7 4.500h10a1 1 0 0 1 1 1V20l-6-4.200L6 20V5.500a1 1 0 0 1 1-1z"/>`,
  shield: svg`<path d="M12 3.500 19 6v5.500c0 4.300-2.900 7.400-7 9-4.100-1.600-7-4.700-7-9V6z"/>`,
  camera: svg`<path d="M4 8.500a1.500 1.500 0 0 1 1.500-1.500h2.300l1.400-2.200h5.600L16.200 7h2.300A1.500 1.500 0 0 1 20 8.500v9a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 17.500z"/><circle cx="12" cy="13" r="3.300"/>`,
  clock: svg`<circle cx="12" cy="12" r="8"/><path d="M12 7.500V12l3 2"/>`,
};

export const icon = (name) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${LINES[name]}</svg>`;
