#include "tests/engine/syntax/support.h"

namespace awaitscope {
namespace {

// The visible tokens, each as its kind's letter and its text.
std::string shown(std::string_view source, Version version = Version::V3_11) {
  std::string out;
  for (const Token& token : tokens_for_highlighting(source, version)) {
    char letter = 0;
    switch (token.kind) {
      case TokenKind::Name: letter = 'n'; break;
      case TokenKind::Keyword: letter = 'k'; break;
      case TokenKind::SoftKeyword: letter = 's'; break;
      case TokenKind::Number: letter = '1'; break;
      case TokenKind::String: letter = 't'; break;
      case TokenKind::FString: letter = 'f'; break;
      case TokenKind::Operator: letter = 'o'; break;
      case TokenKind::Comment: letter = '#'; break;
      case TokenKind::Error: letter = '!'; break;
      default: continue;
    }
    if (!out.empty()) out.push_back(' ');
    out.push_back(letter);
    out.push_back('`');
    out += source.substr(token.start, token.end - token.start);
  }
  return out;
}

}  // namespace

TEST_SUITE_BEGIN("syntax");

TEST_CASE("a program's tokens are told apart, comments too") {
  CHECK(shown("async def f(x): # why\n    return await x + 1_0 # end\n") ==
        "k`async k`def n`f o`( n`x o`) o`: #`# why k`return k`await n`x o`+ 1`1_0 #`# end");
  CHECK(shown("x = 'a' f\"{b}\" rb'c' Rf'''d\n''' u''") ==
        "n`x o`= t`'a' f`f\"{b}\" t`rb'c' f`Rf'''d\n''' t`u''");
  CHECK(shown("# one\n\n  # two\nx\n# three") == "#`# one #`# two n`x #`# three");
  CHECK(shown("a := b -> c ... ** // <<= != x.y") ==
        "n`a o`:= n`b o`-> n`c o`... o`** o`// o`<<= o`!= n`x o`. n`y");
}

TEST_CASE("match and case are keywords where a statement has them") {
  CHECK(shown("match x:\n  case [_, 1]: pass\n  case _: pass\n") ==
        "s`match n`x o`: s`case o`[ n`_ o`, 1`1 o`] o`: k`pass s`case s`_ o`: k`pass");
  CHECK(shown("match = 1\ncase = match + case\nmatch.x(case)\nx = match[1:]\n") ==
        "n`match o`= 1`1 n`case o`= n`match o`+ n`case n`match o`. n`x o`( n`case o`) "
        "n`x o`= n`match o`[ 1`1 o`: o`]");
  CHECK(shown("match (x):\n  case (1): y\n") ==
        "s`match o`( n`x o`) o`: s`case o`( 1`1 o`) o`: n`y");
}

TEST_CASE("what is no token is an error, and what follows is told apart again") {
  CHECK(shown("x = $ + 1\n") == "n`x o`= !`$ o`+ 1`1");
  CHECK(shown("x = 'open\ny = 2\n") == "n`x o`= !`'open n`y o`= 1`2");
  CHECK(shown("x = 12abc + 0b12 + 1__0 + y\n") == "n`x o`= !`12abc o`+ !`0b12 o`+ !`1__0 o`+ n`y");
  CHECK(shown("a € b ) c ( d\n") == "n`a !`€ n`b o`) n`c o`( n`d");
  CHECK(shown("a \\ b\n") == "n`a !`\\ n`b");
  CHECK(shown("  \\\\") == "!`\\ !`\\");
  CHECK(shown("x = '''open\n\ny") == "n`x o`= !`'''open\n\ny");
  CHECK(shown("if x:\n\ta\n        b\n   c\n") == "k`if n`x o`: n`a n`b n`c");
}

TEST_CASE("places are those of the source, whatever its line ends") {
  CHECK(shown("a\r\nb '''c\r\nd''' e\r\nf") == "n`a n`b t`'''c\r\nd''' n`e n`f");
  CHECK(shown("a\rb # c\rd") == "n`a n`b #`# c n`d");
  CHECK(shown("\xEF\xBB\xBFx = 1") == "n`x o`= 1`1");
}

TEST_CASE("since 3.12 what an f-string's fields have is told apart") {
  auto later = [](std::string_view source) { return shown(source, Version::V3_14); };
  CHECK(later("f\"a {b[\"c\"]!r:>{w}} d\" + x") ==
        "f`f\" f`a  o`{ n`b o`[ t`\"c\" o`] o`! n`r o`: f`> o`{ n`w o`} o`} f` d f`\" o`+ n`x");
  CHECK(later("f'''{\n  x # why\n}''' t'{y}'") ==
        "f`f''' o`{ n`x #`# why o`} f`''' f`t' o`{ n`y o`} f`'");
  CHECK(later("f'{a' + b\nc = 1") == "f`f' o`{ n`a !`' + b n`c o`= 1`1");
  CHECK(later("f'open\nc") == "f`f' !`open n`c");
  CHECK(later("f'{{x}}' }") == "f`f' f`{ f`x} f`' o`}");
  CHECK(later("f'a} b' c") == "f`f' f`a o`} f` b f`' n`c");
}

TEST_CASE("type and lazy are keywords where a statement begins with them") {
  CHECK(shown("type X = int\ntype(x)\ntype = 1", Version::V3_14) ==
        "s`type n`X o`= n`int n`type o`( n`x o`) n`type o`= 1`1");
  CHECK(shown("type X = int", Version::V3_11) == "n`type n`X o`= n`int");
  CHECK(shown("lazy import a\nlazy = a", Version::V3_15) == "s`lazy k`import n`a n`lazy o`= n`a");
}

TEST_CASE("line ends and indentation are tokens as well") {
  std::string kinds;
  for (const Token& token : tokens_for_highlighting("if x:\n  y\nz")) {
    switch (token.kind) {
      case TokenKind::Newline: kinds += "N"; break;
      case TokenKind::Indent: kinds += "I"; break;
      case TokenKind::Dedent: kinds += "D"; break;
      case TokenKind::EndMarker: kinds += "E"; break;
      default: kinds += ".";
    }
  }
  CHECK(kinds == "...NI.ND.NE");
}

TEST_SUITE_END();

}  // namespace awaitscope
