// Where somebody writes a lesson: beside the playground, which shows it as a reader will see it; where the window is too
// narrow for both, they take turns. It is checked while it is typed. What is typed stays on the device until it is done.

import { packed_lesson } from './address.js';
import { draft_of, drop_draft, keep_draft, set_writing, writing } from './drafts.js';
import { make, nodes_of } from './elements.js';
import { adopt } from './lesson_style.js';
import { kHow, kTemplate } from './lesson_template.js';
import { TextEditor } from './text_editor.js';

const kCheckAfter = 300;     // milliseconds without a key; more where a check takes long
const kLeastWindow = 900;    // CSS pixels, for the text and the playground to be side by side
const kShortLink = 2000;     // characters that every mail and chat program leaves whole
const kMostListed = 50;      // mistakes

const number = (of) => of.toLocaleString('en');
const title_of = (markdown) => /^title:[ \t]*"?(.*?)"?[ \t]*$/m.exec(markdown)?.[1] ?? '';
// "a-cup-of-tea"
const name_of = (markdown) =>
  title_of(markdown).toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40).replace(/-$/, '') || 'lesson';

function button(label, pressed, attributes = {}) {
  const made = make('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', pressed);
  return made;
}

export class LessonEditor {
  // page: as Lessons has it, with its notice.
  constructor(page) {
    this.page_ = page;
    this.original_ = null;  // of the one that is being written; null: none is
    this.mine_ = null;      // what was written before somebody went back to the original
    this.timer_ = 0;
    this.patience_ = kCheckAfter;
    this.shown_ = true;     // it could be read
    this.wrong_ = [];       // [{ line, column, message }]
    this.preview_ = false;
    this.laid_out_ = '';
    adopt();
    this.make_();
    this.text_ = new TextEditor(this.field_, {
      changed: () => this.changed_(),
      done: () => this.done_(),
      came: () => this.show_wrong_(),
    }, { label: 'The lesson, in Markdown', python: false });
    addEventListener('resize', () => this.lay_out_());
    window.visualViewport?.addEventListener('resize', () => this.lay_out_());
    addEventListener('pagehide', () => this.keep_());
  }

  make_() {
    this.title_ = make('h2');
    this.sides_ = ['Text', 'Preview'].map((label, i) => button(label, () => this.turn_(Boolean(i)), { 'aria-pressed': String(!i) }));
    const sides = make('div', { id: 'lesson-sides', role: 'group', 'aria-label': 'Show' });
    sides.append(...this.sides_);
    this.share_button_ = button('Share', () => this.share_(), { id: 'lesson-share-it', 'aria-expanded': 'false' });
    this.share_button_.append(make('span', { class: 'long' }, ' this lesson'));
    this.bar_ = make('header', { id: 'lesson-bar' });
    this.bar_.append(this.title_, sides, this.share_button_, button('Done', () => this.done_(), { id: 'lesson-done', class: 'main' }));

    this.sharing_ = make('section', { id: 'lesson-share', 'aria-label': 'Share this lesson', hidden: '' });
    this.field_ = make('div', { id: 'lesson-text' });
    this.wrong_list_ = make('ol', { id: 'lesson-wrong', 'aria-label': 'Mistakes, with line and column', hidden: '' });
    this.said_ = make('p', { role: 'status' });
    this.back_ = button('', () => this.go_back_(), { class: 'plain', hidden: '' });
    this.how_button_ = button('How to', () => this.show_how_(this.how_.hidden),
                              { class: 'plain', 'aria-expanded': 'false', 'aria-controls': 'lesson-how' });
    this.how_button_.append(make('span', { class: 'long' }, ' write one'));
    const state = make('div', { id: 'lesson-state' });
    state.append(this.said_, this.back_, this.how_button_);
    this.how_ = make('section', { id: 'lesson-how', 'aria-label': 'How to write a lesson', tabindex: '0', hidden: '' });
    for (const [heading, rows] of kHow) {
      const list = make('dl');
      for (const [what, means] of rows) list.append(make('dt', {}, what), make('dd', {}, means));
      this.how_.append(make('h2', {}, heading), list);
    }
    const body = make('div', { id: 'lesson-body' });
    body.append(this.sharing_, this.field_, this.wrong_list_, state, this.how_);
    this.panel_ = make('section', { id: 'lesson-editor', 'aria-label': 'Write a lesson', hidden: '' });
    this.panel_.append(this.bar_, body);
    this.panel_.addEventListener('keydown', (event) => this.on_key_(event));
    document.body.append(this.panel_);
  }

  // markdown: of a lesson; empty: of a new one. A draft of it goes on where it was left. before: the address of what was shown
  // until then.
  async open(markdown, before = '') {
    if (this.original_ !== null) {
      this.keep_();
      before = this.before_;
    }
    before ||= await this.page_.address.hash();
    this.before_ = before;
    this.original_ = markdown || kTemplate;
    this.mine_ = null;
    set_writing({ original: this.original_, before });
    this.text_.open(draft_of(this.original_) ?? this.original_);
    this.panel_.hidden = false;
    this.stop_sharing_();
    this.turn_(false);
    this.check_();
    this.text_.focus();
    this.text_.go_to(1);
  }

  resume() {
    const { original, before } = writing() ?? {};
    if (original) this.open(original, before);
  }

  changed_() {
    clearTimeout(this.timer_);
    this.timer_ = setTimeout(() => this.check_(), this.patience_);
  }

  keep_() {
    if (this.original_ === null) return;
    const { text } = this.text_;
    if (text === this.original_) drop_draft(this.original_);
    else keep_draft(this.original_, text);
  }

  // Shows the lesson as it is now, at the same step if its program is the same.
  check_() {
    clearTimeout(this.timer_);
    this.timer_ = 0;
    if (this.original_ === null) return;
    this.keep_();
    const { program } = this.page_, { text } = this.text_;
    const source = program.source(), step = program.step(), begin = performance.now();
    const { shown, wrong } = program.lesson_text(text, name_of(text), '');
    if (shown) program.seek(program.source() === source ? step : 0);
    this.patience_ = Math.max(kCheckAfter, 2 * (performance.now() - begin));
    this.shown_ = shown;
    this.wrong_ = wrong;
    this.stop_sharing_();
    this.show_wrong_();
  }

  show_wrong_() {
    const { text } = this.text_, { length } = this.wrong_;
    const words = !length ? 'No mistakes' : length === 1 ? '1 mistake' : `${length} mistakes`;
    this.said_.className = length ? 'wrong' : '';
    this.said_.textContent = words;
    this.title_.textContent = title_of(text) || 'Your lesson';
    this.wrong_list_.hidden = !length;
    this.wrong_list_.replaceChildren(...this.wrong_.slice(0, kMostListed).map(({ line, column, message }) => {
      const item = make('li');
      const go = button('', () => {
        this.text_.focus();
        this.text_.go_to(line, column);
      });
      const words = make('div');
      words.append(...nodes_of(message[0].toUpperCase() + message.slice(1)));
      go.append(make('span', {}, `${line}:${column}`), words);
      item.append(go);
      return item;
    }));
    if (!this.shown_) this.wrong_list_.append(make('li', { class: 'note' }, 'You see the last version without this mistake.'));
    this.back_.hidden = text === this.original_ && this.mine_ === null;
    this.back_.textContent = text === this.original_ ? 'Back to my text' : this.original_ === kTemplate ? 'Start again' : 'Back to the original';
    this.text_.show(this.wrong_.map((each) => ({ ...each, end_column: Infinity })), 0);
    this.lay_out_();
  }

  go_back_() {
    const { text } = this.text_, to = text === this.original_ ? this.mine_ : this.original_;
    this.mine_ = text === this.original_ ? null : text;
    this.text_.text = to;
    this.check_();
    if (this.back_.hidden) this.text_.focus();
  }

  async share_() {
    if (!this.sharing_.hidden) return this.stop_sharing_();
    if (this.timer_) this.check_();
    const { text } = this.text_, file = `${name_of(text)}.md`, { page_: page } = this;
    const save = button(`Save ${file}`, () => page.save(file, text)), close = button('Close', () => {
      this.stop_sharing_();
      this.share_button_.focus();
    }, { class: 'plain' });
    const buttons = make('div', { class: 'buttons' });
    buttons.append(save, close);
    const said = make('p', { role: 'status' });
    this.sharing_.replaceChildren(said, buttons);
    this.sharing_.hidden = false;
    this.share_button_.setAttribute('aria-expanded', 'true');
    if (!this.shown_) {
      said.textContent = "This lesson can't be opened yet. Correct the mistake below, or save the file.";
      return save.focus();
    }
    const link = page.link_of(`#lesson=${await packed_lesson(text)}`);
    page.copy(link);
    const field = make('input', { readonly: '', 'aria-label': 'The link', value: link });
    said.textContent = `Link copied. It has ${number(link.length)} characters and holds the whole lesson.`;
    said.after(field);
    if (link.length > kShortLink)
      field.after(make('p', { class: 'more' },
                       `Some mail and chat programs cut off a link of this length. If you have Awaitscope on your site, put ${file} beside it and link to …#lesson=${file}`));
    field.focus();
    field.select();
  }

  stop_sharing_() {
    this.sharing_.hidden = true;
    this.share_button_.setAttribute('aria-expanded', 'false');
  }

  show_how_(shown) {
    this.how_.hidden = !shown;
    this.how_button_.setAttribute('aria-expanded', String(shown));
    if (shown) this.how_.scrollTop = 0;
  }

  on_key_(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || this.field_.contains(event.target)) return;
    event.preventDefault();
    if (this.sharing_.contains(event.target)) {
      this.stop_sharing_();
      this.share_button_.focus();
    } else if (!this.how_.hidden) {
      this.show_how_(false);
      this.how_button_.focus();
    } else {
      this.done_();
    }
  }

  async done_() {
    if (this.original_ === null) return;
    this.check_();
    const { text } = this.text_, original = this.original_, before = this.before_;
    this.original_ = null;
    set_writing(null);
    this.panel_.hidden = true;
    this.lay_out_();
    document.getElementById('canvas').focus({ preventScroll: true });
    if (text === original) {
      await this.page_.address.go(before);
    } else if (this.shown_) {  // and in the address
      drop_draft(original);
    } else {
      this.page_.notice.show('Your lesson has a mistake', ['You see the last version without this mistake. What you wrote is kept on this device.'],
                             { label: 'Continue writing', run: () => this.open(original, before) });
    }
  }

  // Where only one side fits, to the other.
  turn_(preview) {
    this.preview_ = preview;
    this.sides_.forEach((each, i) => each.setAttribute('aria-pressed', String(Boolean(i) === preview)));
    if (preview && this.timer_) this.check_();
    this.lay_out_();
  }

  // The canvas has what is left: it begins where it always does, so that nothing that lies over it moves.
  lay_out_() {
    const open = !this.panel_.hidden, narrow = innerWidth < kLeastWindow, preview = narrow && this.preview_;
    this.panel_.classList.toggle('narrow', narrow);
    this.panel_.classList.toggle('preview', preview);
    const beside = open && !narrow ? Math.round(Math.min(Math.max(innerWidth * 0.42, 430), 720)) : 0;
    const root = document.documentElement.style;
    root.setProperty('--beside', `${beside}px`);
    if (narrow) this.bar_.style.height = '';
    const below = open && narrow ? this.bar_.offsetHeight : 0;
    root.setProperty('--below', `${below}px`);
    const { offsetTop = 0, height = innerHeight } = window.visualViewport ?? {};  // what a phone's keyboard leaves
    Object.assign(this.panel_.style, narrow && !preview ? { top: `${offsetTop}px`, height: `${height}px` } : { top: '', height: '' });
    const laid_out = `${beside} ${below}`;
    if (laid_out === this.laid_out_) return;
    this.laid_out_ = laid_out;
    dispatchEvent(new Event('resize'));  // for SDL, which measures the canvas then
    if (beside) this.page_.program.settled().then(() => this.align_());
  }

  // One line below both headers.
  align_() {
    const picker = this.page_.program.widgets().find(({ id }) => id === 'lesson');
    if (picker) this.bar_.style.height = `${Math.max(2 * picker.y + picker.height, 44)}px`;
  }
}
