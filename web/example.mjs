// The example page of an article: example/article.md with a picture of each run, and with the script that makes its
// listings step. An author does the same with a generator of his own: see docs/articles.md.
//
// A picture is the timeline of the last Python listing before it. ![alt](name.svg) is all of it;
// ![alt](name.svg#steps=28-47 "caption") some steps: after the # stand options of `awaitscope trace --format svg`.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.join(path.dirname(fileURLToPath(import.meta.url)), 'example');
const kNarrow = 400;  // points: on a phone, where letters would be too small in a picture made for a desk

const escape = (text) => text.replace(/[&<>"]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[each]);

// { front, text } of an article with front matter.
function split_article(article) {
  const [, matter, text] = /^---\n(.*?)\n---\n(.*)$/s.exec(article);
  const front = {};
  for (const [, name, value] of matter.matchAll(/^(\w+): "?(.*?)"?$/gm)) front[name] = value;
  return { front, text };
}

function highlighter_of(require) {
  const { highlightCode, classHighlighter } = require('@lezer/highlight');
  const { parser } = require('@codemirror/lang-python').pythonLanguage;
  return (source) => {
    let html = '';
    const put = (text, classes) => { html += classes ? `<span class="${classes}">${escape(text)}</span>` : escape(text); };
    highlightCode(source, parser.parse(source), classHighlighter, put, () => { html += '\n'; });
    return html;
  };
}

// { name: contents }: the page, its style, its pictures. engine: the command line, as Emscripten has made it; work: a folder
// to work in; require: of the packages that build.mjs has installed.
export async function example_files({ engine, work, require, esbuild }) {
  const { Marked } = require('marked');
  const { front, text } = split_article(await readFile(path.join(here, 'article.md'), 'utf8'));
  const folder = path.join(work, 'example');
  await mkdir(folder, { recursive: true });

  const files = {};
  function draw(name, options) {
    const words = Object.entries(options).flatMap(([option, value]) => [`--${option}`, String(value)]);
    const { status, stdout, stderr } = spawnSync(process.execPath, [engine, 'trace', program, '--format', 'svg', '--python',
      front.python, ...words], { encoding: 'utf8', maxBuffer: 1 << 26 });
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    files[name] = Buffer.from(stdout);
    return /width="(\d+)" height="(\d+)"/.exec(stdout).slice(1);
  }

  const highlight = highlighter_of(require);
  let listings = 0, program = null;
  const code = ({ text: source, lang }) => {
    if (lang !== 'python') return `<pre tabindex="0"><code>${escape(source)}</code></pre>\n`;
    program = path.join(folder, `listing-${++listings}.py`);
    writeFileSync(program, `${source}\n`);
    return `<pre tabindex="0"><code class="language-python">${highlight(source)}\n</code></pre>\n`;
  };
  const image = ({ href, text: alt }) => {
    const [name, options] = href.split('#');
    const chosen = Object.fromEntries(new URLSearchParams(options)), narrow = name.replace('.svg', '-narrow.svg');
    const [width, height] = draw(name, chosen);
    draw(narrow, { ...chosen, width: kNarrow });
    return `<picture><source media="(max-width: 36rem)" srcset="${narrow}@VERSION@">` +
           `<img src="${name}@VERSION@" alt="${escape(alt)}" width="${width}" height="${height}" loading="lazy"></picture>`;
  };
  const markdown = new Marked({
    renderer: {
      code,
      image,
      paragraph({ tokens }) {
        const inner = this.parser.parseInline(tokens);
        if (tokens.length > 1 || tokens[0].type !== 'image') return `<p>${inner}</p>\n`;
        const caption = tokens[0].title && `<figcaption>${markdown.parseInline(tokens[0].title)}</figcaption>`;
        return `<figure>${inner}${caption ?? ''}</figure>\n`;
      },
    },
  });
  const article = markdown.parse(text);
  const page = await readFile(path.join(here, 'page.html.in'), 'utf8');
  const date = new Date(front.date);
  const values = {
    TITLE: escape(front.title),
    AUTHOR: escape(front.author),
    PYTHON: front.python,
    DATE: date.toISOString().slice(0, 10),
    DAY: date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    ARTICLE: article,
  };
  files['example.html'] = page.replace(/@(\w+)@/g, (whole, name) => values[name] ?? whole);
  const { outputFiles: [style] } = await esbuild.build({
    entryPoints: [path.join(here, 'style.css')], bundle: true, minify: true, write: false, logLevel: 'warning',
  });
  files['example.css'] = Buffer.from(style.contents);
  return files;
}
