import html, sys
from html.parser import HTMLParser
from html.entities import name2codepoint, codepoint2name, entitydefs

for s in [
    '&amp; &lt;b&gt;',
    '&copy 2020 &copy;',
    '&notit;',
    '&#65;&#x41;&#128;&#0;&#x110000;&#1;',
    '&euro; &euro',
    '&nope;',
    '&',
    '&;',
    '&#;',
    '&#x;',
    'a &lt b',
    '&apos;&quot;',
    '&hellip;&mdash;&nbsp;|',
    '&ampamp;',
    '&AMP;&COPY',
    '&alpha;&Omega;&lang;',
    '&#13;&#10;',
    '&#xfdd0;',
    '&#127;',
    '&notin;&not',
]:
    print(repr(html.unescape(s)))
print(name2codepoint['eacute'], codepoint2name[8364], entitydefs['amp'], len(name2codepoint))


class P(HTMLParser):

    def log(self, *a):
        print(self.getpos(), *a)

    def handle_starttag(self, tag, attrs):
        self.log('start', tag, attrs, self.get_starttag_text())

    def handle_endtag(self, tag):
        self.log('end', tag)

    def handle_data(self, d):
        self.log('data', repr(d))

    def handle_comment(self, d):
        self.log('comment', repr(d))

    def handle_decl(self, d):
        self.log('decl', d)

    def handle_pi(self, d):
        self.log('pi', d)

    def unknown_decl(self, d):
        self.log('unknown', d)

    def handle_entityref(self, n):
        self.log('entity', n)

    def handle_charref(self, n):
        self.log('char', n)


D = '<!DOCTYPE html>\n<html><head><title>T &amp; x</title><script>if (a<b && c) {"</div>"}</script><style>a>b{}</style></head>\n<body class="a b" id=x data-y=\'q"q\' disabled checked=""><p>One<br/>two &lt;3 &#62; <a href="?a=1&amp;b=2" HREF=z>l</a><!-- c --> <img src=a.png alt="x y"/></p>\n<?php echo 1 ?> 1 < 2 & 3 <P>\n</body></html>'
p = P()
p.feed(D)
p.close()
p = P(convert_charrefs=False)
p.feed(D)
p.close()
p = P()

p.feed("<p a='1'>")
for c in 'x &am':
    p.feed(c)
p.feed('p; y</p> z')
p.close()
p.reset()
p.feed("<a b=c d='e' f>")
p.close()


class T(HTMLParser):

    def __init__(self):
        super().__init__()
        self.links = []
        self.text = []

    def handle_starttag(self, t, a):
        if attempt == 'a':
            self.links.append(dict(a).get('href'))

    def handle_data(self, d):
        self.text.append(d)


attempt = T()
attempt.feed("<ul><li><a href='/x'>X</a><li><a href=/y>Y</a><a>n</a></ul>")
print(attempt.links, ''.join(attempt.text))


class Shown(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs)

    def handle_startendtag(self, tag, attrs):
        print("empty", tag, attrs)

    def handle_data(self, data):
        print("data", repr(data))


for text in [
    "<a href=x/>", "<a b = 'c' d= e f=''>t", "<br/><hr /><img src='a>b' alt=\"'\">", "<a/b/c>", "<A HREF=X CLASS>",
    "<p a='1'b='2'>", "<p =a>", "<x y=1\n z>", "a &lt; b &#65;&#x42; &nope; & c", "<>", "< p>", "x<y z>",
]:
    print(text)
    shown = Shown()
    shown.feed(text)
    shown.close()
