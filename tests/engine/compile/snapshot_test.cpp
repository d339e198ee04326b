// The bytecode as text, for each construct of the language. Run with AWAITSCOPE_UPDATE_SNAPSHOTS=1
// to write the files anew; the difference is then what has changed.

#include <cstdlib>
#include <fstream>

#include "tests/engine/compile/support.h"

namespace awaitscope::test {

TEST_SUITE_BEGIN("compile: snapshots");

TEST_CASE("the bytecode of every construct is what its snapshot says") {
  for (const Snapshot& snapshot : snapshots()) {
    CAPTURE(snapshot.expected_path);
    Compiled compiled = compile_text(snapshot.source, {}, snapshot.version);
    REQUIRE(compiled.code);
    std::string text = disassemble(*compiled.code);
    if (std::getenv("AWAITSCOPE_UPDATE_SNAPSHOTS")) {
      std::ofstream(snapshot.expected_path, std::ios::binary) << text;
    }
    CHECK(text == read_file(snapshot.expected_path));
  }
}

TEST_CASE("without lines the program has the same instructions and no LINE") {
  for (const Snapshot& snapshot : snapshots()) {
    CAPTURE(snapshot.expected_path);
    CompileOptions without;
    without.lines = false;
    std::vector<std::shared_ptr<Code>> with_lines, without_lines;
    collect(compile_text(snapshot.source, {}, snapshot.version).code, with_lines);
    collect(compile_text(snapshot.source, without, snapshot.version).code, without_lines);
    REQUIRE(with_lines.size() == without_lines.size());
    for (size_t i = 0; i < with_lines.size(); i++) {
      CHECK(lines_of(*without_lines[i]).empty());
      CHECK(!lines_of(*with_lines[i]).empty());
    }
  }
}

TEST_SUITE_END();

}  // namespace awaitscope::test
