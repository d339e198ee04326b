// Hundreds of expressions against what CPython 3.11 made of them: expressions.txt, which
// expressions.py writes.

#include <doctest/doctest.h>

#include <cstdio>
#include <string>
#include <vector>

#include "engine/run/run.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("builtins");

namespace {

struct Expression {
  std::string source, result;
};

std::vector<Expression> expressions() {
  std::vector<Expression> all;
  std::FILE* file = std::fopen(AWAITSCOPE_TESTS_DIR "/engine/builtins/expressions.txt", "rb");
  REQUIRE(file);
  std::string text;
  char block[1 << 14];
  while (size_t count = std::fread(block, 1, sizeof block, file)) text.append(block, count);
  std::fclose(file);
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

}  // namespace

TEST_CASE("expressions have the values, and the errors, that they have in CPython") {
  std::vector<Expression> all = expressions();
  REQUIRE(all.size() > 500);
  std::string program =
      "def show(f):\n"
      "    try: result = repr(f())\n"
      "    except Exception as error: result = f'{type(error).__name__}: {error}'\n"
      "    print(ascii(result)[1:-1] if '\\n' in result or not result.isprintable() else result)\n";
  for (const Expression& each : all) program += "show(lambda: (" + each.source + "))\n";
  RunOptions options;
  options.version = Version::V3_11;
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
