// How the notice and the editor of lessons look. As a sheet that is constructed, which the page's content security policy
// lets pass, and fetched by those alone who see them.

const kStyle = `
#notice, #lesson-editor { position: fixed; z-index: 1; color: var(--text); font: 0.875rem/1.45 system-ui, sans-serif; }
#notice h2, #lesson-editor h2 { margin: 0; font-size: 1em; font-weight: 600; }
#notice code, #lesson-wrong code { font: 0.93em ui-monospace, "JetBrains Mono", monospace; color: var(--text); }
#notice p { margin: 4px 0 0; color: var(--muted); overflow-wrap: anywhere; }

#notice {
  box-sizing: border-box; left: 50%; top: 52px; width: min(620px, 100vw - var(--beside, 0px) - 24px);
  transform: translateX(calc(-50% - var(--beside, 0px) / 2));
  display: flex; flex-wrap: wrap; align-items: center; gap: 10px 16px; padding: 12px 12px 12px 16px;
  max-height: calc(100dvh - 80px); overflow: auto;
  background: var(--raised); border: 1px solid var(--line); border-left: 3px solid var(--error); border-radius: 8px;
  box-shadow: 0 6px 24px #0006;
}
#notice > [role] { flex: 1 1 260px; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-left: auto; }

#notice button, #lesson-editor button {
  min-height: 30px; padding: 0 12px; border: 0; border-radius: 6px; background: var(--hover); color: var(--text);
  font: inherit; cursor: pointer; white-space: nowrap; -webkit-tap-highlight-color: transparent;
}
#notice button:hover, #lesson-editor button:hover { background: var(--line); }
#notice button.plain, #lesson-editor button.plain { background: none; color: var(--muted); }
#notice button.plain:hover, #lesson-editor button.plain:hover { background: var(--hover); color: var(--text); }
#lesson-editor button.main { background: var(--accent); color: var(--on-accent); font-weight: 600; }
#notice button:focus-visible, #lesson-editor :is(button, summary, input):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
#lesson-editor button.main:focus-visible { outline-color: var(--text); }

#lesson-editor {
  top: 0; right: 0; width: var(--beside); height: 100vh; height: 100dvh; box-sizing: border-box;
  display: flex; flex-direction: column; background: var(--panel); border-left: 1px solid var(--line);
}
#lesson-editor[hidden], #lesson-editor [hidden] { display: none; }
#lesson-bar { display: flex; align-items: center; gap: 8px; min-height: 44px; box-sizing: border-box; padding: 0 8px 0 16px; border-bottom: 1px solid var(--line); }
#lesson-bar h2 { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
#lesson-sides { display: none; gap: 2px; padding: 2px; border-radius: 8px; background: var(--raised); }
#lesson-sides button { background: none; color: var(--muted); }
#lesson-sides button[aria-pressed=true] { background: var(--line); color: var(--text); }
#lesson-body { flex: 1; min-height: 0; display: flex; flex-direction: column; }
#lesson-text { flex: 1; min-height: 0; font-size: 0.875rem; }
#lesson-text textarea {
  width: 100%; height: 100%; resize: none; box-sizing: border-box; padding: 4px 16px; border: 0; outline: none;
  background: var(--panel); color: var(--text); font: inherit; line-height: 1.5; font-family: ui-monospace, "JetBrains Mono", monospace;
}

#lesson-share { padding: 12px 16px; border-bottom: 1px solid var(--line); background: var(--raised); }
#lesson-share p { margin: 0 0 8px; }
#lesson-share p.more { color: var(--muted); }
#lesson-share input {
  width: 100%; box-sizing: border-box; min-height: 32px; margin: 0 0 10px; padding: 0 10px; border: 1px solid var(--line); border-radius: 6px;
  background: var(--panel); color: var(--text); font: 0.93em ui-monospace, "JetBrains Mono", monospace; text-overflow: ellipsis;
}
#lesson-share .buttons { margin: 0; }

#lesson-state { display: flex; align-items: center; gap: 8px; min-height: 40px; padding: 0 8px 0 16px; border-top: 1px solid var(--line); }
#lesson-state p { flex: 1; margin: 0; color: var(--muted); white-space: nowrap; }
#lesson-state p.wrong { color: var(--error); }
#lesson-wrong { margin: 0; padding: 6px 8px; border-top: 1px solid var(--line); max-height: 30vh; overflow: auto; list-style: none; }
#lesson-wrong button {
  display: flex; gap: 12px; width: 100%; padding: 6px 8px; background: none; text-align: left; white-space: normal; overflow-wrap: anywhere;
}
#lesson-wrong button:focus-visible { outline-offset: -2px; }
#lesson-wrong .note { padding: 4px 8px 6px; color: var(--muted); }
#lesson-wrong span { flex: none; min-width: 2.8em; color: var(--muted); font-variant-numeric: tabular-nums; }

#lesson-how { max-height: 45vh; overflow: auto; padding: 12px 16px 16px; border-top: 1px solid var(--line); background: var(--raised); }
#lesson-how p { margin: 0 0 8px; }
#lesson-how dl { display: grid; grid-template-columns: 14.5em 1fr; gap: 4px 12px; margin: 4px 0 14px; }
#lesson-how dt { font: 0.93em/1.5 ui-monospace, "JetBrains Mono", monospace; }
#lesson-how dd { margin: 0; color: var(--muted); }

/* Where both do not fit side by side one turns over, with the bar below, where a thumb is. */
#lesson-editor.narrow { left: 0; width: auto; flex-direction: column-reverse; border: 0; }
.narrow #lesson-bar { border: 0; border-top: 1px solid var(--line); padding: 6px 8px; padding-bottom: calc(6px + env(safe-area-inset-bottom)); }
.narrow #lesson-bar h2 { flex: 0; width: 0; margin: 0; }
.narrow #lesson-sides { display: flex; margin-right: auto; }
#lesson-editor.narrow.preview { top: auto; bottom: 0; height: auto; }
.narrow.preview #lesson-body { display: none; }
.narrow #lesson-how dl { grid-template-columns: 1fr; gap: 0; }
.narrow #lesson-how dd { margin-bottom: 6px; }
@media (max-width: 420px) { .long { display: none; } }
@media (pointer: coarse) {
  #notice button, #lesson-editor button { min-height: 44px; }
  #lesson-text { font-size: 1rem; }
}
`;

let adopted = false;
export function adopt() {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(kStyle);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
