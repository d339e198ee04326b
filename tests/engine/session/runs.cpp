#include "tests/engine/session/runs.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <vector>

#include "doctest/doctest.h"
#include "engine/lesson/source.h"
#include "engine/lesson/toggles.h"

namespace awaitscope::testing {

namespace {

std::vector<std::string> programs() {
  std::vector<std::string> paths;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(AWAITSCOPE_TESTS_DIR "/conformance", error),
       end;
       !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".py" &&
        at->path().string().find("/toggles/") == std::string::npos &&
        at->path().parent_path().filename() != "conformance") {
      paths.push_back(at->path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string read(const std::string& path) {
  std::string text;
  if (std::FILE* file = std::fopen(path.c_str(), "rb")) {
    char block[1 << 14];
    while (size_t count = std::fread(block, 1, sizeof block, file)) text.append(block, count);
    std::fclose(file);
  }
  return text;
}

void check_run(const std::string& name, const std::string& source, const Check& check,
               Version version = kDefaultVersion) {
  CAPTURE(name);
  RunOptions options;
  options.version = version;
  Run run(source, options);
  run.go(20'000);
  const Reader reader(run.recording());
  check(run, reader, source);
}

enum class Versions { InTurn, Each };

void for_each_program(const Check& check, Versions versions) {
  const std::vector<std::string> paths = programs();
  REQUIRE(paths.size() > 10);
  for (size_t i = 0; i < paths.size(); i += kEvery) {
    const std::string& path = paths[i];
    const bool each = versions == Versions::Each || path.find("/versions/") != std::string::npos;
    for (size_t v = 0; v < kOfferedVersions.size(); ++v) {
      if (each || v == i % kOfferedVersions.size())
        check_run(path, read(path), check, kOfferedVersions[v]);
    }
  }
  for (size_t number = 0; number < kCombinationCount; number += 997 * kEvery) {
    const Toggles toggles = Toggles::from_number(number);
    check_run(options_of(toggles), source_of(toggles), check);
  }
}

}  // namespace

void for_each_run(const Check& check) { for_each_program(check, Versions::InTurn); }
void for_each_run_and_version(const Check& check) { for_each_program(check, Versions::Each); }

}  // namespace awaitscope::testing
