#pragma once
// What the tests of the compile layer share.

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compile/compile.h"
#include "engine/syntax/syntax.h"

namespace awaitscope::test {

// Compiles a text that must parse.
Compiled compile_text(std::string_view source, const CompileOptions& options = {},
                      Version version = Version::V3_11);
// The code object of a program that must compile; `qualname` picks one of those within it.
std::shared_ptr<Code> code_of(std::string_view source, std::string_view qualname = "<module>");
// The code object and all within it.
void collect(const std::shared_ptr<Code>& code, std::vector<std::shared_ptr<Code>>& all);

struct Snapshot {
  std::string name, source, expected_path;
  Version version;
};
// tests/engine/compile/snapshots, in order of their names: NAME.txt is that of NAME.py under 3.11,
// NAME.3.14.txt, where there is one, under 3.14.
std::vector<Snapshot> snapshots();
std::string read_file(const std::string& path);

// The names of the instructions, without LINE, separated by blanks.
std::string opcodes(const Code& code);
// The lines of the LINE instructions, in the order of the code.
std::vector<int> lines_of(const Code& code);

bool jumps(Opcode opcode);
bool falls_through(Opcode opcode);

}  // namespace awaitscope::test
