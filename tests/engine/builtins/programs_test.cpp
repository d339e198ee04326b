// Programs about builtins and exceptions, and what CPython 3.11 printed for them (programs/*.txt).

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

#include "engine/objects/value.h"
#include "engine/run/run.h"
#include "tests/engine/program.h"

using namespace awaitscope;

TEST_SUITE_BEGIN("builtins");

namespace {

std::string contents(const std::string& name) {
  std::string text, path = AWAITSCOPE_TESTS_DIR "/engine/builtins/programs/" + name;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  REQUIRE_MESSAGE(file, path);
  char block[1 << 14];
  while (size_t count = std::fread(block, 1, sizeof block, file)) text.append(block, count);
  std::fclose(file);
  return text;
}

}  // namespace

TEST_CASE("programs print what they print in CPython") {
  for (const char* name : {"objects_in_builtins", "subclasses_and_exceptions", "errors_of_builtins",
                           "event_loop_policies"}) {
    CAPTURE(name);
    Run run(contents(std::string(name) + ".py"), under(Version::V3_11));
    run.go(UINT32_MAX);
    REQUIRE(run.state() == RunState::Finished);
    CHECK(run.err() == "");
    CHECK(run.out() == contents(std::string(name) + ".txt"));
  }
}

TEST_CASE("programs leave nothing behind") {
  for (const char* name : {"objects_in_builtins", "subclasses_and_exceptions", "errors_of_builtins",
                           "event_loop_policies"}) {
    CAPTURE(name);
    std::string source = contents(std::string(name) + ".py");
    size_t objects = 0;
    for (int i = 0; i < 3; ++i) {  // the first run leaves names and caches that the others use
      if (i == 1) objects = heap::objects_alive();
      Run(source).go(UINT32_MAX);
    }
    CHECK(heap::objects_alive() == objects);
  }
}

TEST_SUITE_END();
