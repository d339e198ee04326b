#include <map>

#include "tests/engine/syntax/support.h"

namespace awaitscope {

using namespace std::string_literals;

TEST_SUITE_BEGIN("syntax");

namespace {

struct Wrong {
  std::string error, printed;
};

// The programs of wrong_programs.txt with what a version says of them.
void read_wrong_programs(Version version, std::map<std::string, Wrong>& programs) {
  std::string text = read_test_file(expected_file("wrong_programs", version), Missing::IsEmpty);
  std::vector<std::string> lines = split(text, '\n');
  for (size_t i = 0; i < lines.size() && !lines[i].empty();) {
    Wrong wrong;
    wrong.error = lines[i++].substr(2);
    std::string source;
    for (; i < lines.size() && lines[i].rfind("| ", 0) == 0; ++i) {
      if (lines[i - 1].rfind("| ", 0) == 0) source += "\n";
      source += lines[i].substr(2);
    }
    for (; i < lines.size() && lines[i].rfind("> ", 0) == 0; ++i) {
      wrong.printed += lines[i].substr(2) + "\n";
    }
    programs[source] = wrong;
  }
}

// Likewise the changed programs of wrong_edits.txt.
void read_wrong_edits(Version version, std::map<std::string, std::string>& programs) {
  std::string text = read_test_file(expected_file("wrong_edits", version), Missing::IsEmpty);
  std::vector<std::string> lines = split(text, '\n');
  std::string source;
  for (size_t i = 0; i < lines.size() && !lines[i].empty(); ++i) {
    if (lines[i].rfind("# ", 0) == 0) {
      source.clear();
      continue;
    }
    if (lines[i].rfind("| ", 0) == 0) {
      if (!source.empty() || lines[i - 1].rfind("| ", 0) == 0) source += "\n";
      source += lines[i].substr(2);
      continue;
    }
    std::vector<std::string> parts = split(lines[i], '\t');
    REQUIRE(parts.size() >= 4);
    std::string put = parts[2], want = parts[3];
    for (size_t part = 4; part < parts.size(); ++part) want += "\t" + parts[part];
    if (size_t at = put.find("\\n"); at != std::string::npos) put.replace(at, 2, "\n");
    std::string changed = source;
    changed.replace(static_cast<size_t>(std::stoi(parts[0])),
                    static_cast<size_t>(std::stoi(parts[1])), put);
    programs[changed] = want;
  }
}

}  // namespace

TEST_CASE("a wrong program's error is CPython's, in words, place and print") {
  std::map<std::string, Wrong> programs;
  for (Version version : kOfferedVersions) {
    read_wrong_programs(version, programs);
    CHECK(programs.size() > 700);
    for (const auto& each : programs) {  // (clang 14 captures no bindings)
      const std::string& source = each.first;
      const Wrong& wrong = each.second;
      CAPTURE(names_of(version).minor);
      CAPTURE(source);
      Parsed parsed = parse(source, version);
      CHECK(described(parsed) == wrong.error);
      if (parsed.error) {
        CHECK(format_syntax_error(*parsed.error, "main.py", source, version) == wrong.printed);
      }
    }
  }
}

TEST_CASE("a program with a token changed is right or wrong as CPython finds it") {
  std::map<std::string, std::string> programs;
  for (Version version : kOfferedVersions) {
    read_wrong_edits(version, programs);
    CHECK(programs.size() > 400);
    for (const auto& each : programs) {
      const std::string &source = each.first, &want = each.second;
      CAPTURE(names_of(version).minor);
      CAPTURE(source);
      CHECK(described(parse(source, version)) == want);
    }
  }
}

TEST_CASE("what is no text says where") {
  Parsed nul = parse("x = 1\ny = \"a\0b\"\n"s);
  REQUIRE(nul.error);
  CHECK(nul.error->message == "source code cannot contain null bytes");
  CHECK(nul.error->line == 2);
  CHECK(format_syntax_error(*nul.error, "main.py", "", Version::V3_11) ==
        "  File \"main.py\", line 2\n    y = \"a\nSyntaxError: source code cannot contain null "
        "bytes\n");

  for (const char* bytes :
       {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80"}) {
    Parsed wrong = parse("a\n'" + std::string(bytes) + "'\n");
    REQUIRE(wrong.error);
    char first[8];
    std::snprintf(first, sizeof first, "\\x%02x", static_cast<unsigned char>(bytes[0]));
    CHECK(format_syntax_error(*wrong.error, "main.py", "", Version::V3_11) ==
          "SyntaxError: Non-UTF-8 code starting with '" + std::string(first) +
              "' in file main.py on line 2, but no encoding declared; see "
              "https://peps.python.org/pep-0263/ for details\n");
  }
}

TEST_CASE("a character's name that is not carried is refused by name") {
  CHECK(parse("'\\N{EM DASH}\\N{latin small letter a}'").tree);
  Parsed parsed = parse("x = '\\N{EGYPTIAN HIEROGLYPH A001}'\n");
  REQUIRE(parsed.error);
  CHECK(parsed.error->message ==
        "the character name \\N{EGYPTIAN HIEROGLYPH A001} is not supported here: write \\uXXXX "
        "instead");
  CHECK(parsed.error->line == 1);
}

TEST_SUITE_END();

}  // namespace awaitscope
