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

struct Registered {
  std::string name;
  RunProperty::Check check;
  std::function<void()> afterwards;
  RunProperty::Versions versions;
};

std::vector<Registered>& properties() {
  static std::vector<Registered> all;
  return all;
}

// `in_turn`: it is this version's turn, so that it has all properties, not only those of each
// version.
void check_run(const std::string& program, const std::string& source, Version version,
               bool in_turn) {
  CAPTURE(program);
  CAPTURE(names_of(version).minor);
  RunOptions options;
  options.version = version;
  Run run(source, options);
  run.go(20'000);
  const Reader reader(run.recording());
  for (const Registered& property : properties()) {
    if (!in_turn && property.versions != RunProperty::Versions::Each) continue;
    CAPTURE(property.name);
    property.check(run, reader, source);
  }
}

}  // namespace

RunProperty::RunProperty(const char* name, Check check, std::function<void()> afterwards,
                         Versions versions) {
  properties().push_back({name, std::move(check), std::move(afterwards), versions});
}

TEST_SUITE_BEGIN("session");

TEST_CASE("every run has the properties that runs have") {
  const std::vector<std::string> paths = programs();
  REQUIRE(paths.size() > 10);
  REQUIRE(properties().size() > 10);
  for (size_t i = 0; i < paths.size(); i += kEvery) {
    const bool each = paths[i].find("/versions/") != std::string::npos;
    for (size_t v = 0; v < kOfferedVersions.size(); ++v)
      check_run(paths[i], read(paths[i]), kOfferedVersions[v],
                each || v == i % kOfferedVersions.size());
  }
  for (size_t number = 0; number < kCombinationCount; number += 997 * kEvery) {
    const Toggles toggles = Toggles::from_number(number);
    check_run(options_of(toggles), source_of(toggles), kDefaultVersion, true);
  }
  for (const Registered& property : properties()) {
    CAPTURE(property.name);
    if (property.afterwards) property.afterwards();
  }
}

TEST_SUITE_END();

}  // namespace awaitscope::testing
