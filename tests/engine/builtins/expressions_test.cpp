// Hundreds of expressions against what each CPython made of them: expressions.txt and what later
// versions say otherwise, which expressions.py writes.

#include <doctest/doctest.h>

#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "engine/run/run.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("builtins");

namespace {

struct Expression {
  std::string source, result;
};

std::string read(const std::string& name) {
  std::FILE* file = std::fopen((AWAITSCOPE_TESTS_DIR "/engine/builtins/" + name).c_str(), "rb");
  REQUIRE(file);
  std::string text;
  char block[1 << 14];
  while (size_t count = std::fread(block, 1, sizeof block, file)) text.append(block, count);
  std::fclose(file);
  return text;
}

std::vector<Expression> listed_in(const std::string& name) {
  std::vector<Expression> all;
  std::string text = read(name);
  for (size_t at = 0; at < text.size();) {
    size_t end = text.find('\n', at);
    std::string line = text.substr(at, end - at);
    at = end + 1;
    size_t arrow = line.find(" -> ");
    if (!line.empty() && line[0] != '#' && arrow != line.npos) {
      all.push_back({line.substr(0, arrow), line.substr(arrow + 4)});
    }
  }
  return all;
}

// All of them, each with what the last version up to this one says of it.
std::vector<Expression> expressions(Version version) {
  std::vector<Expression> all = listed_in("expressions.txt");
  std::map<std::string, std::string> newer;
  for (Version each : kOfferedVersions) {
    if (each == kOfferedVersions[0] || each > version) continue;
    std::string name = "expressions." + std::string(names_of(each).minor) + ".txt";
    for (Expression& expression : listed_in(name)) newer[expression.source] = expression.result;
  }
  for (Expression& expression : all) {
    if (auto found = newer.find(expression.source); found != newer.end()) {
      expression.result = found->second;
    }
  }
  return all;
}

}  // namespace

TEST_CASE("expressions have the values, and the errors, that they have in CPython") {
  Version version = Version::V3_11;
  for (Version each : kOfferedVersions) {
    SUBCASE(names_of(each).minor.data()) { version = each; }
  }
  std::vector<Expression> all = expressions(version);
  REQUIRE(all.size() > 500);
  std::string program =
      "def show(f):\n"
      "    try: result = repr(f())\n"
      "    except Exception as error: result = f'{type(error).__name__}: {error}'\n"
      "    print(ascii(result)[1:-1] if '\\n' in result or not result.isprintable() else result)\n";
  for (const Expression& each : all) program += "show(lambda: (" + each.source + "))\n";
  RunOptions options;
  options.version = version;
  options.record = false;
  Run run(program, options);
  run.go(UINT32_MAX);
  REQUIRE(run.state() == RunState::Finished);
  CHECK(run.err() == "");
  std::string out(run.out());
  size_t at = 0;
  for (const Expression& each : all) {
    size_t end = out.find('\n', at);
    REQUIRE(end != out.npos);
    CAPTURE(each.source);
    CHECK(out.substr(at, end - at) == each.result);
    at = end + 1;
  }
  CHECK(at == out.size());
}

TEST_SUITE_END();
