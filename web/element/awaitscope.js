// The script for articles: <script type="module" src=".../awaitscope.js"></script>
//
// Gives the page's Python listings a button, "Step through", and defines <await-scope>. Nothing is fetched before a
// reader presses a button. Then the listing makes room for a frame (frame.html beside this file), and comes back when
// that is closed. web/docs/articles.md says all of it; web/docs/messages.md, what the two say to each other.

const kVersion = 1;  // of the messages
const kFrame = new URL('frame.html', import.meta.url);
const kPython = '3.14';
const kLeast = 400;       // CSS pixels of a frame's height, until it says how many it would like
const kPatience = 20000;  // milliseconds for a frame to say that it is there
const kParts = ['code', 'switches', 'timeline', 'loop', 'output', 'explanation'];
const kPart = `(${kParts.join('|')})`;
const kAttributes = {
  src: [/./, 'an address'],
  switches: [/^\w+=\w+([ &]+\w+=\w+)*$/, 'switches such as "await=closure use=await"'],
  lesson: [/./, 'a lesson'],
  python: [/^3\.1[145]$/, '3.11, 3.14 or 3.15'],
  step: [/^(\d+|line \d+( \d+)?)$/, 'a number, "line 14", or "line 14 2" for its second time'],
  theme: [/^(auto|dark|light|contrast)$/, 'auto, dark, light or contrast'],
  height: [/^\d{3,4}(px)?$/, 'a number of pixels from 100'],
  show: [RegExp(`^${kPart}([ ,]+${kPart})*$`), `some of ${kParts.join(', ')}`],
};
const kOthers = /^(id|class|style|title|lang|dir|hidden|slot|role|part|tabindex|(data|aria|on).*)$/;

const own = [...document.scripts].find((each) => each.src === import.meta.url)?.dataset ?? {};
const warn = (...words) => console.warn('<await-scope>:', ...words);

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host{display:block;position:relative;margin:.5em 0 1.25em}
:host([hidden]){display:none}
slot{display:block}
slot.text{white-space:pre;overflow:auto;font-family:ui-monospace,monospace}
.hidden{display:none}
div{display:flex;flex-wrap:wrap;align-items:center;gap:.4em .8em;margin-top:.5em}
button{font:inherit;font-size:.875em;line-height:1.4;color:inherit;display:inline-flex;align-items:center;gap:.55em;
min-height:2.2em;padding:.2em .9em;border:1px solid #8889;border-radius:6px;background:#8881;cursor:pointer}
button:hover{background:#8883}
button:focus-visible{outline:2px solid;outline-offset:2px}
button[aria-busy]{cursor:progress}
i{width:.5em;height:.75em;border-right:.15em solid;background:linear-gradient(currentColor,currentColor);
background-clip:content-box;clip-path:polygon(0 0,70% 50%,75% 50%,75% 0,100% 0,100% 100%,75% 100%,75% 50%,70% 50%,0 100%)}
.open i{width:.65em;height:.65em;border:0;
clip-path:polygon(0 15%,15% 0,50% 35%,85% 0,100% 15%,65% 50%,100% 85%,85% 100%,50% 65%,15% 100%,0 85%,35% 50%)}
p{margin:0;font-size:.875em}
@media (pointer:coarse){button{min-height:44px}}`);

let drawing;  // why nothing can be drawn here, once somebody has asked
function why_not() {
  if (typeof WebAssembly !== 'object') return 'This browser does not run WebAssembly, which stepping through needs.';
  if (drawing === undefined) {
    const gl = document.createElement('canvas').getContext('webgl2');
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    drawing = gl ? '' : 'This browser has no WebGL 2, which stepping through needs.';
  }
  return drawing;
}

// Dark where the text is light, whatever the page says it in.
function theme_around(element) {
  const paper = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  paper.fillStyle = getComputedStyle(element).color;
  paper.fillRect(0, 0, 1, 1);
  const [red, green, blue] = paper.getImageData(0, 0, 1, 1).data;
  return red * 2 + green * 5 + blue > 1020 ? 'dark' : 'light';
}

// --- listings, as the generators write them ---

const kLanguage = /(?:^|\s)(?:language|lang|highlight(?:-source)?)-(?:python3?|py3?)(?=\s|$)/;
const kGutters = '.linenos,.linenodiv,.lineno,.rouge-gutter,.gutter,.lnt,.ln,.line-number,.react-syntax-highlighter-line-number';
const kWrapper = /highlight|language-|codeblock|chroma|lntable|lntd|rouge|code-|^code$|literal-block/i;
const is_python = (element) => kLanguage.test(element.className) || /^(python3?|py3?)$/.test(
  element.dataset.lang ?? element.dataset.language ?? (element.localName === 'pre' ? element.lang : ''));

function text_of(element) {
  const copy = element.cloneNode(true);
  for (const each of copy.querySelectorAll(`${kGutters},button,.headerlink`)) each.remove();
  for (const each of copy.querySelectorAll('br')) each.replaceWith('\n');
  const lines = copy.textContent.replace(/^\s*\n|\s+$/g, '').split('\n');
  const indent = Math.min(...lines.filter((each) => each.trim()).map((each) => each.search(/\S/)));
  return lines.map((each) => each.slice(indent)).join('\n') + '\n';
}

// All that is drawn for a listing: its frame, its line numbers, its title.
function block_of(pre) {
  const around = pre.closest('table'), table = around?.querySelector(kGutters) ? around : null;
  const is_another = (each) => !pre.contains(each) && (!table || each.closest('table') !== table);
  let block = table ?? pre;
  for (let up = block.parentElement; up && up !== document.body; up = up.parentElement) {
    if (!kWrapper.test(up.className) && up.localName !== 'figure') break;
    if ([...up.querySelectorAll('pre')].some(is_another)) break;
    block = up;
  }
  return block;
}

function offer() {
  for (const each of document.querySelectorAll('await-scope'))
    if (each.block_ && !each.block_.isConnected) each.remove();  // the page has written itself anew
  for (const pre of document.querySelectorAll('pre')) {
    if (pre.awaitScope_ || pre.parentElement.closest('pre') || pre.closest(`await-scope,${kGutters}`)) continue;
    const code = pre.querySelector('code') ?? pre, block = block_of(pre);
    let named = is_python(code);
    for (let up = pre, high = 0; !named && up !== document.body && high < 9; ++high, up = up.parentElement) named = is_python(up);
    const words = pre.closest('[data-await-scope]')?.dataset.awaitScope ?? '';
    if (!named || words === 'off' || /^\s*>>> /.test(code.textContent)) continue;
    pre.awaitScope_ = true;
    const scope = document.createElement('await-scope');
    scope.block_ = block;
    scope.text_ = () => text_of(code);
    for (const [, name, quoted, bare] of words.matchAll(/([\w-]+)=(?:"([^"]*)"|(\S+))/g)) scope.setAttribute(name, quoted ?? bare);
    block.after(scope);
  }
}

// --- the element ---

class AwaitScope extends HTMLElement {
  static observedAttributes = Object.keys(kAttributes);

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = '<slot></slot><slot name="frame"></slot><div><button type="button"><i></i><span></span></button><p role="status"></p></div>';
    [this.listing_, , this.bar_] = root.children;
    [this.button_, this.said_] = this.bar_.children;
    this.button_.onclick = () => this.frame_ ? this.close() : this.open();
    this.wanted_ = [];  // to be said to the frame once it is there
  }

  connectedCallback() {
    for (const { name } of this.attributes)
      if (!kAttributes[name] && !kOthers.test(name))
        warn(name === 'autoplay' ? 'it never plays by itself, so there is no autoplay.'
                                 : `there is no attribute "${name}". There are ${Object.keys(kAttributes).join(', ')}.`, this);
    const given = ['src', 'switches', 'lesson'].filter((name) => this.hasAttribute(name));
    if (given.length > 1) warn(`it has ${given.join(' and ')}; ${given[0]} is what it shows.`, this);
    if (!given.length && !this.block_ && !this.textContent.trim())
      warn('it has no program: put a listing into it, or say src, switches or lesson.', this);
    this.listing_.className = this.children.length || !this.textContent.trim() ? '' : 'text';
    this.say_('Step through', '');
  }

  disconnectedCallback() { this.close(); }

  attributeChangedCallback(name, before, value) {
    if (value !== null && this.get_(name) === null) warn(`${name}="${value}" is not ${kAttributes[name][1]}.`, this);
    if (!this.ready_ || before === value) return;
    if (name === 'theme') this.follow_theme_();
    if (name === 'height') this.fit_();
    if (name === 'step' && value) this.seek(value);
    if (name === 'show') this.send_('set', { show: this.get_('show') ?? '' });
    if (name === 'python') this.send_('set', { python: this.get_('python') ?? kPython });
  }

  // An attribute, or what the page's script tag says for all; null: nothing that can be understood.
  get_(name) {
    const value = this.getAttribute(name) ?? own[name] ?? null;
    return value !== null && kAttributes[name][0].test(value) ? value : null;
  }

  say_(label, words, busy) {
    this.button_.lastChild.textContent = label;
    this.button_.toggleAttribute('aria-busy', Boolean(busy));
    this.said_.textContent = words;
  }

  async address_() {
    const words = new URLSearchParams({ embed: 1, theme: this.theme_ = this.find_theme_() });
    const [src, switches, lesson, step, show] = ['src', 'switches', 'lesson', 'step', 'show'].map((name) => this.get_(name));
    if (src) {
      words.set('code', await fetch_packed(src));
    } else if (switches) {
      for (const [toggle, choice] of new URLSearchParams(switches.replace(/[ &]+/g, '&'))) words.set(toggle, choice);
    } else if (lesson) {
      words.set('lesson', await find_lesson(lesson));
    } else {
      words.set('code', pack(this.source));
    }
    const python = this.get_('python');
    if (python || !/^~/.test(words.get('lesson'))) words.set('python', python ?? kPython);
    if (show) words.set('show', show.replace(/[ ,]+/g, ','));
    if (/^\d+$/.test(step)) words.set('step', step);
    else if (step && !this.wanted_.length) this.seek(step);
    return `${kFrame}#${words}`;
  }

  // Its listing, as a program.
  get source() { return this.text_?.() ?? text_of(this.querySelector('code,pre') ?? this); }

  // A promise of the moment when it can be used.
  open() {
    if (this.opened_) return this.opened_;
    return this.opened_ = new Promise((resolve) => {
      this.on_open_ = resolve;
      this.start_().catch((error) => this.fail_(error.message));
    });
  }

  async start_() {
    const problem = why_not();
    if (problem) throw new Error(problem);
    this.say_('Loading…', '', true);
    const frame = this.frame_ = document.createElement('iframe');
    const address = await this.address_();
    if (this.frame_ !== frame) return;
    Object.assign(frame, { slot: 'frame', title: 'Awaitscope: the program, step by step', src: address,
                           allow: 'clipboard-write', referrerPolicy: 'no-referrer' });
    // Not to be seen yet; and the page's own style for frames is for others.
    this.style_({ display: 'block', position: 'absolute', opacity: '0', 'pointer-events': 'none', width: '100%', 'max-width': 'none',
                  height: `${kLeast}px`, margin: '0', padding: '0', border: '0', 'box-sizing': 'border-box' });
    frame.onload = () => { this.timer_ = setTimeout(() => this.fail_('Awaitscope could not be loaded.'), kPatience); };
    this.hear_ = (event) => event.source === frame.contentWindow && event.origin === kFrame.origin && this.heard_(event.data ?? {});
    addEventListener('message', this.hear_);
    this.append(frame);
  }

  style_(styles) {
    for (const [name, value] of Object.entries(styles)) this.frame_.style.setProperty(name, value, 'important');
  }

  send_(type, what) {
    if (this.ready_) this.frame_.contentWindow.postMessage({ awaitscope: kVersion, type, ...what }, kFrame.origin);
    else this.wanted_.push([type, what]);
  }

  heard_({ awaitscope, type, ...what }) {
    if (awaitscope !== kVersion) return;
    clearTimeout(this.timer_);
    if (type === 'loading') return void this.frame_.contentWindow.postMessage({ awaitscope: kVersion, type: 'hello' }, kFrame.origin);
    if (type === 'ready') this.show_();
    if (type === 'size') this.fit_(this.wants_ = what.height);
    if (type === 'failed' && !this.ready_ && what.of !== 'message') return this.fail_(what.message);
    if (type === 'failed') warn(what.message, this);
    if (type === 'step') this.note_(this.at_ = what);
    this.dispatchEvent(new CustomEvent(`await-scope-${type}`, { bubbles: true, detail: what }));
  }

  show_() {
    if (this.ready_) return;
    this.ready_ = true;
    const focused = this.shadowRoot.activeElement;
    this.show_listing_(false);
    this.bar_.className = 'open';
    this.say_(this.block_ || this.textContent.trim() ? 'Back to the listing' : 'Close', '');
    if (focused) this.frame_.focus({ preventScroll: true });
    for (const [type, what] of this.wanted_.splice(0)) this.send_(type, what);
    this.watch_ = new MutationObserver(() => this.follow_theme_());
    for (const each of [document.documentElement, document.body]) this.watch_.observe(each, { attributes: true });
    this.on_open_();
  }

  fail_(problem) {
    this.close();
    this.say_('Step through', problem);
    warn(problem, this);
    this.dispatchEvent(new CustomEvent('await-scope-failed', { bubbles: true, detail: { message: problem, of: 'page' } }));
  }

  close() {
    clearTimeout(this.timer_);
    const focused = document.activeElement === this.frame_;
    removeEventListener('message', this.hear_);
    this.watch_?.disconnect();
    this.frame_?.remove();
    this.show_listing_(true);
    this.frame_ = this.opened_ = this.ready_ = this.at_ = null;
    this.wanted_ = [];
    this.bar_.className = '';
    this.say_('Step through', '');
    this.note_();
    if (focused) this.button_.focus({ preventScroll: true });
  }

  // The button stays where the pointer is, and all of the frame comes into sight.
  show_listing_(shown) {
    const place = () => this.button_.getBoundingClientRect().top, before = place();
    this.listing_.classList.toggle('hidden', !shown);
    if (shown) this.block_?.style.removeProperty('display');
    else this.block_?.style.setProperty('display', 'none', 'important');
    if (!shown) this.style_({ position: 'static', opacity: '1', 'pointer-events': 'auto', border: '1px solid #8886', 'border-radius': '8px' });
    const after = place();
    if (after === before) return;
    scrollBy({ top: after - before, behavior: 'instant' });
    if (!shown) this.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  // As high as what it shows, and never so high that the page around it is out of reach.
  fit_() {
    const own_height = parseInt(this.get_('height'));
    this.style_({ height: `${own_height || Math.min(this.wants_ ?? kLeast, Math.max(kLeast, innerHeight * 0.85))}px` });
  }

  find_theme_() {
    const theme = this.get_('theme');
    return theme && theme !== 'auto' ? theme : theme_around(this);
  }

  follow_theme_() {
    const look = () => {
      if (!this.ready_ || this.theme_ === this.find_theme_()) return;
      this.send_('theme', { theme: this.theme_ = this.find_theme_() });
    };
    look();
    setTimeout(look, 500);  // colours may glide
  }

  // step: a number, "line 14", or "line 14 2".
  seek(step) {
    const [, line, time] = /^line (\d+)(?: (\d+))?$/.exec(step) ?? [];
    if (!kAttributes.step[0].test(step)) return warn(`a step is ${kAttributes.step[1]}, not "${step}".`, this);
    this.send_('seek', line ? { line: Number(line), time: Number(time ?? 1) } : { step: Number(step) });
  }
  load(source, python) { this.send_('load', { source, python }); }
  set(what) {
    if (!what.lesson) return this.send_('set', what);
    find_lesson(what.lesson).then((lesson) => this.send_('set', { ...what, lesson }), ({ message }) => warn(message, this));
  }
  play(on = true) { this.send_('play', { on }); }

  // Shows those of the article's own words that are for this step; all of them where nothing is open.
  note_(at) {
    for (const each of document.querySelectorAll('[data-await-scope-at]'))
      if (scope_of(each) === this) each.hidden = Boolean(at) && !is_at(each.dataset.awaitScopeAt, at);
  }
}

// "7", "7-12", "line 14", and more of them with commas.
const is_at = (words, { step, line }) => words.split(',').some((each) => {
  const [, of_line, from, to = from] = /^\s*(line )?(\d+)(?:-(\d+))?\s*$/.exec(each) ?? [];
  const at = of_line ? line : step;
  return at >= Number(from) && at <= Number(to);
});

function pack(text) {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return '.' + btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

async function fetch_packed(address) {
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`${address} could not be fetched: ${response.status} ${response.statusText}`);
  return pack(await response.text());
}

// A file's address means something here; all else that a lesson can be is the frame's to know.
const find_lesson = async (lesson) => /\.md$/i.test(lesson) ? `~${await fetch_packed(lesson)}` : lesson;

// Which one a link or a remark is about: the one it names, or the last before it.
function scope_of(element) {
  const named = document.getElementById(element.dataset.awaitScopeFor);
  const all = [...document.querySelectorAll('await-scope')];
  return named ? all.find((each) => each === named || each.block_ === named || each.block_?.contains(named) || named.contains(each))
               : all.findLast((each) => each.compareDocumentPosition(element) & 4) ?? all[0];
}

addEventListener('click', (event) => {
  const link = event.target.closest?.('[data-await-scope-step]');
  if (!link || event.defaultPrevented) return;
  const scope = scope_of(link);
  if (!scope) return warn('this link has nothing to move.', link);
  event.preventDefault();
  scope.seek(link.dataset.awaitScopeStep);
  const show = () => scope.scrollIntoView({ block: 'nearest' });
  show();
  scope.open().then(show);
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  for (const each of document.querySelectorAll('await-scope')) each.follow_theme_();
});

if (!customElements.get('await-scope')) {
  customElements.define('await-scope', AwaitScope);
  if (own.listings !== 'off') {
    offer();
    let timer = 0;  // pages that go on to another without being loaded anew
    new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(offer, 200);
    }).observe(document.body, { childList: true, subtree: true });
  }
}
