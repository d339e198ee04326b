#include "tests/engine/syntax/support.h"

namespace awaitscope {

TEST_SUITE_BEGIN("syntax");

TEST_CASE("a program's tree is CPython's, node for node and place for place") {
  for (const char* name :
       {"article_plain_object", "article_awaitable_object", "article_context_manager",
        "article_awaited_context_manager", "every_construct", "since_3_14", "since_3_15"}) {
    CAPTURE(name);
    std::string file = std::string("snapshots/") + name;
    std::string source = read_test_file(file + ".py");
    std::string tree;
    for (Version version : kOfferedVersions) {
      CAPTURE(names_of(version).minor);
      std::string other = read_test_file(expected_file(file, version), Missing::IsEmpty);
      if (!other.empty()) tree = other;
      Parsed parsed = parse(source, version);
      CHECK((described(parsed) == "right") == (tree != "refused\n"));
      if (!parsed.tree) continue;
      auto want = split(tree, '\n');
      auto got = split(dump(*parsed.tree->module), '\n');
      CHECK(got.size() == want.size());
      for (size_t i = 0; i < got.size() && i < want.size(); ++i) {
        CAPTURE(i);
        REQUIRE(got[i] == want[i]);
      }
    }
  }
}

TEST_CASE("line ends of any kind give the same tree") {
  std::string source = read_test_file("snapshots/every_construct.py");
  std::string want = dump(*parse(source).tree->module);
  for (const char* line_end : {"\r\n", "\r"}) {
    std::string other;
    for (char c : source) {
      if (c == '\n') {
        other += line_end;
      } else {
        other.push_back(c);
      }
    }
    Parsed parsed = parse(other);
    REQUIRE(described(parsed) == "right");
    CHECK(dump(*parsed.tree->module) == want);
  }
}

TEST_CASE("the source need not outlive its tree") {
  std::string source = "class Name(base, metaclass=Meta):\n    text = 'a' f'{b}' ; other = 12\n";
  Parsed parsed = parse(source);
  std::string before = dump(*parsed.tree->module);
  source.assign(source.size(), '#');
  CHECK(dump(*parsed.tree->module) == before);
}

TEST_CASE("a byte order mark is no part of the text") {
  Parsed parsed = parse("\xEF\xBB\xBFx");
  REQUIRE(parsed.tree);
  CHECK(dump(*parsed.tree->module) ==
        "Module\n body: Expr 1:0-1:1\n  value: Name 1:0-1:1 id='x' ctx=Load\n");
}

TEST_CASE("an empty text is an empty module") {
  for (const char* source : {"", "\n", "# only a comment", "\n  \n\t# x\n", "\\\n\n"}) {
    CAPTURE(source);
    Parsed parsed = parse(source);
    REQUIRE(described(parsed) == "right");
    CHECK(parsed.tree->module->body.empty());
  }
}

TEST_CASE("numbers keep their digits and lose their underscores") {
  Parsed parsed =
      parse("1_000; 0XFF; 0o17; 0B1_0; 00; 123456789012345678901234567890; 1_0.5e1_0; 2J");
  REQUIRE(parsed.tree);
  std::vector<std::string> texts;
  std::vector<double> numbers;
  for (ast::Stmt* statement : parsed.tree->module->body) {
    auto* constant = statement->as<ast::ExprStmt>()->value->as<ast::Constant>();
    if (constant->value == ast::ConstantKind::Int) {
      texts.emplace_back(constant->text);
    } else {
      numbers.push_back(constant->number);
    }
  }
  CHECK(texts == std::vector<std::string>{"1000", "0xff", "0o17", "0b10", "0",
                                          "123456789012345678901234567890"});
  CHECK(numbers == std::vector<double>{10.5e10, 2});
}

TEST_CASE("a lone surrogate stays one, and two of them stay two") {
  Parsed parsed = parse("'\\ud83d\\ude00'");
  REQUIRE(parsed.tree);
  auto* statement = parsed.tree->module->body[0]->as<ast::ExprStmt>();
  CHECK(statement->value->as<ast::Constant>()->text == "\xED\xA0\xBD\xED\xB8\x80");
}

TEST_CASE("what CPython warns of is warned of") {
  Parsed parsed =
      parse("x = '\\d' + \\\n b'\\q' + '\\777'\ny = 1if x else 2\n'''\n\\z'''\nr'\\d'\n");
  REQUIRE(parsed.tree);
  std::vector<std::string> told;
  for (const SyntaxError& warning : parsed.warnings) {
    told.push_back(std::to_string(warning.line) + " " + warning.message);
  }
  CHECK(told == std::vector<std::string>{
                    "1 invalid escape sequence '\\d'", "2 invalid escape sequence '\\q'",
                    "2 invalid octal escape sequence '\\777'", "3 invalid decimal literal",
                    "5 invalid escape sequence '\\z'"});
}

TEST_CASE("an identifier may have the letters of any script, and no other characters") {
  for (const char* right : {"é", "名前", "нет_1", "x́", "𝔘", "ª·"}) {
    CAPTURE(right);
    CHECK(parse(right).tree);
  }
  for (const char* wrong : {"€", "a→b", "😀", "x\u00A0", "\u0301x"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse(wrong).tree);
  }
}

TEST_CASE("another encoding than UTF-8 is refused, unless there is nothing to decode") {
  CHECK(parse("# -*- coding: utf-8 -*-\nx = 'é'").tree);
  CHECK(parse("# coding: latin-1\nx = 1").tree);
  CHECK(parse("x = 1\n\n# coding: nonsense\n").tree);
  CHECK(parse("# coding: latin-1\nx = 'é'").error->message ==
        "the encoding latin-1 is not supported: write UTF-8");
  CHECK(parse("#!/usr/bin/python\n# vim: set fileencoding=nonsense :\n").error->message ==
        "encoding problem: nonsense");
}

TEST_SUITE_END();

}  // namespace awaitscope
