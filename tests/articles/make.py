#!/usr/bin/env python3
"""Builds the example article (web/example/article.md) with Hugo, Sphinx and MkDocs, each with the script for articles in it.

    python3 tests/articles/make.py SITE OUT

SITE is the built page, which has the article's pictures. In OUT there is then a folder for each generator that is
installed (apt-get install hugo python3-sphinx mkdocs), and SITE as awaitscope/. try.mjs beside this file reads them in
browsers. Neither is part of tests/run: the generators are large, and what they write of a listing is
in tests/browser/listings.html.
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path

ARTICLE = Path(__file__).parents[2] / "web/example/article.md"
SCRIPT = '<script type="module" src="/awaitscope/awaitscope.js" data-python="3.11"></script>'


PICTURE = re.compile(r'!\[([^]]*)\]\(([^)#]*)(?:#\S*)?(?: "(.*)")?\)')


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(*words, folder):
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}:\n{done.stdout}{done.stderr}")


def split(text):
    """The front matter's title, and the article."""
    matter, article = re.fullmatch(r"---\n(.*?)\n---\n(.*)", text, re.S).groups()
    return re.search(r'^title: "(.*)"', matter, re.M).group(1), article


def as_rest(title, article):
    """As much of Markdown as an article with listings has, in reStructuredText."""
    out = [title, "=" * len(title), ""]
    language = None
    for line in article.splitlines():
        if line.startswith("```"):
            if language is None:
                language = line[3:] or "text"
                out += [f".. code-block:: {language}", ""]
            else:
                language = None
                out.append("")
        elif language is not None:
            out.append(f"   {line}" if line else "")
        elif picture := PICTURE.fullmatch(line):
            alt, name, caption = picture.groups()
            out += [f".. figure:: {name}", f"   :alt: {alt}", "", f"   {(caption or '').replace('`', '``')}"]
        elif line.startswith("## "):
            out += [line[3:], "-" * len(line)]
        else:
            line = re.sub(r"\[([^]]*)\]\(([^)]*)\)", r"@\1 <\2>@_", line).replace("`", "``")
            out.append(line.replace("@", "`"))
    return "\n".join(out) + "\n"


def copy_pictures(site, to):
    for picture in Path(site).glob("example-*.svg"):
        shutil.copy(picture, to)


def hugo(article, site, out, work):
    write(work / "config.toml", 'baseURL = "/hugo/"\ntitle = "Articles"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
                                "[markup.highlight]\nnoClasses = false\nlineNos = true\nlineNumbersInTable = true\n")
    css = subprocess.run(["hugo", "gen", "chromastyles", "--style=github"], capture_output=True, text=True).stdout
    write(work / "static/chroma.css", css + "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:17px/1.6 system-ui}"
                                            "pre{overflow:auto;padding:.5rem}a{text-decoration:underline}"
                                            ".lnt{color:#595959!important}.chroma .o,.chroma .p{color:#222}")
    write(work / "layouts/_default/single.html",
          '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>'
          '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">'
          f'<link rel="stylesheet" href="/hugo/chroma.css">{SCRIPT}</head><body><main><h1>{{{{ .Title }}}}</h1>'
          "{{ .Content }}</main></body></html>")
    for name in ("_default/list.html", "index.html"):
        write(work / "layouts" / name, "<!doctype html>")
    write(work / "content/article/index.md", article)
    copy_pictures(site, work / "content/article")
    run("hugo", "--quiet", "-d", out, folder=work)
    return "article/"


def sphinx(article, site, out, work):
    write(work / "conf.py", 'project = "Articles"\nhtml_js_files = [("/awaitscope/awaitscope.js",'
                            ' {"type": "module", "data-python": "3.11"})]\n')
    write(work / "index.rst", as_rest(*split(article)))
    copy_pictures(site, work)
    run("sphinx-build", "-q", "-b", "html", work, out, folder=work)
    return "index.html"


def mkdocs(article, site, out, work):
    title, text = split(article)
    write(work / "mkdocs.yml", "site_name: Articles\nsite_url: http://localhost/mkdocs/\ntheme: {name: mkdocs, custom_dir: theme}\n")
    write(work / "theme/main.html", '{% extends "base.html" %}{% block extrahead %}' + SCRIPT + "{% endblock %}")
    write(work / "docs/index.md", f"# {title}\n{text}")
    copy_pictures(site, work / "docs")
    run("mkdocs", "build", "-q", "-d", out, folder=work)
    return "index.html"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    site, out = sys.argv[1:]
    text = ARTICLE.read_text(encoding="utf-8")
    out = Path(out).resolve()
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(site, out / "awaitscope")
    pages = []
    for generator, command in ((hugo, "hugo"), (sphinx, "sphinx-build"), (mkdocs, "mkdocs")):
        if not shutil.which(command):
            print(f"{command} is not installed")
            continue
        work = out / "sources" / generator.__name__
        pages.append(f"{generator.__name__}/{generator(text, site, out / generator.__name__, work)}")
    write(out / "pages.txt", "".join(f"{page}\n" for page in pages))
    print("\n".join(pages))


main()
