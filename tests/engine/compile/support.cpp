#include "tests/engine/compile/support.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace awaitscope::test {

Compiled compile_text(std::string_view source, const CompileOptions& options, Version version) {
  Parsed parsed = parse(source, version);
  REQUIRE_MESSAGE(parsed.tree, "does not parse: " << source);
  return compile(*parsed.tree->module, source, options);
}

void collect(const std::shared_ptr<Code>& code, std::vector<std::shared_ptr<Code>>& all) {
  all.push_back(code);
  for (const Constant& constant : code->constants) {
    if (constant.kind == Constant::Kind::Code) collect(constant.code, all);
  }
}

std::shared_ptr<Code> code_of(std::string_view source, std::string_view qualname) {
  Compiled compiled = compile_text(source);
  REQUIRE_MESSAGE(compiled.code, "does not compile: " << source);
  std::vector<std::shared_ptr<Code>> all;
  collect(compiled.code, all);
  for (const auto& code : all) {
    if (code->qualname == qualname) return code;
  }
  FAIL("no code object is called " << qualname);
  return nullptr;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<Snapshot> snapshots() {
  std::vector<Snapshot> all;
  std::string folder = std::string(AWAITSCOPE_TESTS_DIR) + "/engine/compile/snapshots";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".py") continue;
    for (Version version : kOfferedVersions) {
      std::filesystem::path expected = entry.path();
      bool is_first = version == Version::V3_11;
      expected.replace_extension(
          is_first ? ".txt" : "." + std::string(names_of(version).minor) + ".txt");
      if (!is_first && !std::filesystem::exists(expected)) continue;
      all.push_back({entry.path().stem().string(), read_file(entry.path().string()),
                     expected.string(), version});
    }
  }
  std::sort(all.begin(), all.end(), [](const Snapshot& a, const Snapshot& b) {
    return a.expected_path < b.expected_path;
  });
  REQUIRE(all.size() > 10);
  return all;
}

std::string opcodes(const Code& code) {
  std::string names;
  for (Instruction instruction : code.instructions) {
    if (instruction.opcode() == Opcode::LINE) continue;
    if (!names.empty()) names += ' ';
    names += opcode_name(instruction.opcode());
  }
  return names;
}

std::vector<int> lines_of(const Code& code) {
  std::vector<int> lines;
  for (size_t i = 0; i < code.instructions.size(); i++) {
    if (code.instructions[i].opcode() == Opcode::LINE) lines.push_back(code.positions[i].line);
  }
  return lines;
}

bool jumps(Opcode opcode) { return operand_kind(opcode) == OperandKind::Target; }

bool falls_through(Opcode opcode) {
  switch (opcode) {
    case Opcode::JUMP_FORWARD:
    case Opcode::JUMP_BACKWARD:
    case Opcode::RETURN_VALUE:
    case Opcode::RAISE_VARARGS:
    case Opcode::RERAISE: return false;
    default: return true;
  }
}

}  // namespace awaitscope::test
