/** <await-scope>, and the buttons beside listings, which are <await-scope> too. */
export interface AwaitScopeElement extends HTMLElement {
  /** Fetches and shows the program. Kept when it can be used; never kept where it cannot. */
  open(): Promise<void>;
  /** Its listing, as a program. */
  readonly source: string;
  /** Puts the listing back. */
  close(): void;
  /** A step's number, "line 14", or "line 14 2" for its second time. */
  seek(step: number | string): void;
  load(source: string, python?: Python): void;
  set(what: Settings): void;
  play(on?: boolean): void;
}

export type Python = '3.11' | '3.14' | '3.15';
export type Theme = 'auto' | 'dark' | 'light' | 'contrast';

export interface Settings {
  switches?: Record<string, string>;
  /** A lesson's id, the address of its file (which ends in .md), or its text. */
  lesson?: string;
  python?: Python;
  /** Some of code, switches, timeline, loop, output and explanation, with commas. */
  show?: string;
}

/** What a page may say to a frame. */
export type MessageToFrame = { awaitscope: 1 } & (
  | { type: 'hello' }
  | { type: 'load'; source: string; python?: Python; step?: number }
  | ({ type: 'set' } & Settings)
  | { type: 'seek'; step: number }
  | { type: 'seek'; line: number; time?: number }
  | { type: 'play'; on?: boolean }
  | { type: 'theme'; theme: Theme });

export interface StepDetail {
  step: number;
  steps: number;
  /** The line that is about to run; 0 where none is. */
  line: number;
  function: string;
  explanation: string;
}
export interface FailedDetail {
  message: string;
  /** Of the program, where it is the program that cannot run. */
  line?: number;
  of: 'page' | 'program' | 'lesson' | 'message';
}

/** What a frame says to the page around it. */
export type MessageFromFrame = { awaitscope: 1 } & (
  | { type: 'loading' }
  | { type: 'ready'; python: Python; steps: number }
  | ({ type: 'step' } & StepDetail)
  | { type: 'ended'; exit: number; stdout: string }
  | ({ type: 'failed' } & FailedDetail)
  | { type: 'size'; height: number });

declare global {
  interface HTMLElementTagNameMap {
    'await-scope': AwaitScopeElement;
  }
  interface HTMLElementEventMap {
    'await-scope-ready': CustomEvent<{ python: Python; steps: number }>;
    'await-scope-step': CustomEvent<StepDetail>;
    'await-scope-ended': CustomEvent<{ exit: number; stdout: string }>;
    'await-scope-failed': CustomEvent<FailedDetail>;
  }
}
