// LINE stands where CPython's tracing reports a line, and nowhere else.

#include "tests/engine/compile/support.h"

namespace awaitscope::test {
namespace {

// CPython's rule for the step from one instruction to the next (Python/ceval.c).
bool reports_line(const Code& code, size_t from, size_t to, size_t entry) {
  int line = code.positions[to].line;
  if (line == 0 || to <= entry || code.instructions[to].opcode() == Opcode::RESUME) return false;
  if (from <= entry || code.positions[from].line != line) return true;
  return to < from && code.instructions[to].opcode() != Opcode::SEND;
}

bool always_jumps(Opcode opcode) {
  return opcode == Opcode::JUMP_FORWARD || opcode == Opcode::JUMP_BACKWARD;
}

// A jump over a LINE, for the code above it: not in CPython's code.
bool steps_over_line(const Code& code, size_t at) {
  return code.instructions[at].opcode() == Opcode::JUMP_FORWARD &&
         code.instructions[at].operand() == at + 2 &&
         code.instructions[at + 1].opcode() == Opcode::LINE;
}

// Follows one way out of an instruction, through jumps that always jump, to the next one that does
// something, and compares the LINEs met with those that CPython reports.
void check_way(const Code& code, size_t from, size_t next, size_t entry) {
  std::vector<int> met, expected;
  size_t previous = from;
  for (int steps = 0; steps < 100; steps++) {
    Instruction instruction = code.instructions[next];
    if (instruction.opcode() == Opcode::LINE) {
      met.push_back(code.positions[next].line);
      next++;
      continue;
    }
    if (steps_over_line(code, next)) {
      next += 2;
      continue;
    }
    if (reports_line(code, previous, next, entry)) expected.push_back(code.positions[next].line);
    if (!always_jumps(instruction.opcode())) break;
    previous = next;
    next = instruction.operand();
  }
  INFO(code.qualname << ": from " << from << " to " << next);
  CHECK(met == expected);
}

void check_lines(const Code& code) {
  size_t entry = 0;
  while (code.instructions[entry].opcode() != Opcode::RESUME) entry++;
  for (size_t i = 0; i < code.instructions.size(); i++) {
    Opcode opcode = code.instructions[i].opcode();
    if (opcode == Opcode::LINE || always_jumps(opcode)) continue;
    if (falls_through(opcode)) check_way(code, i, i + 1, entry);
    if (jumps(opcode)) check_way(code, i, code.instructions[i].operand(), entry);
  }
}

}  // namespace

TEST_SUITE_BEGIN("compile: lines");

TEST_CASE("every step of every snapshot reports a line exactly where CPython does") {
  for (const Snapshot& snapshot : snapshots()) {
    CAPTURE(snapshot.expected_path);
    std::vector<std::shared_ptr<Code>> all;
    collect(compile_text(snapshot.source, {}, snapshot.version).code, all);
    for (const auto& code : all) check_lines(*code);
  }
}

TEST_CASE("a line has one LINE however many instructions it has") {
  auto code = code_of("a = f(1) + g(2) * h(3)\nb = a\n");
  CHECK(lines_of(*code) == std::vector<int>{1, 2});
}

TEST_CASE("a call over several lines comes back to the line it began on") {
  auto code = code_of("f(\n  1,\n  a,\n)\n");
  CHECK(lines_of(*code) == std::vector<int>{1, 2, 3, 1});
}

TEST_CASE("a loop on one line is reported each time round") {
  auto code = code_of("def f():\n  while x: pass\n", "f");
  bool backward = false;
  for (size_t i = 0; i < code->instructions.size(); i++) {
    if (!jumps(code->instructions[i].opcode())) continue;
    size_t target = code->instructions[i].operand();
    if (target > i) continue;
    backward = true;
    CHECK(code->instructions[target].opcode() == Opcode::LINE);
  }
  CHECK(backward);
}

TEST_CASE("a handler does not begin with LINE, since it is entered from many lines") {
  for (const Snapshot& snapshot : snapshots()) {
    CAPTURE(snapshot.expected_path);
    std::vector<std::shared_ptr<Code>> all;
    collect(compile_text(snapshot.source, {}, snapshot.version).code, all);
    for (const auto& code : all) {
      for (const ExceptionHandler& handler : code->handlers) {
        CHECK(code->instructions[handler.target].opcode() != Opcode::LINE);
        CHECK((handler.target == 0 ||
               code->instructions[handler.target - 1].opcode() != Opcode::LINE));
      }
    }
  }
}

TEST_CASE("a frame's first line is reported even where it is the line of the definition") {
  CHECK(lines_of(*code_of("def f(): return 1\n", "f")) == std::vector<int>{1});
  CHECK(lines_of(*code_of("def f(): yield 1\n", "f")) == std::vector<int>{1});
}

TEST_CASE("waiting for what is awaited reports no line") {
  auto code = code_of("async def f():\n  await x\n  await y\n", "f");
  CHECK(lines_of(*code) == std::vector<int>{2, 3});
}

TEST_CASE("leaving a with block goes back to its line") {
  auto code = code_of("def f():\n  with a:\n    b\n  c\n", "f");
  CHECK(lines_of(*code) == std::vector<int>{2, 3, 2, 4});
}

TEST_CASE("an implicit return belongs to the line it follows") {
  auto code = code_of("def f(a):\n  if a:\n    b\n  else:\n    c\n", "f");
  CHECK(opcodes(*code) ==
        "RESUME LOAD_FAST POP_JUMP_IF_FALSE LOAD_GLOBAL POP_TOP LOAD_CONST RETURN_VALUE "
        "LOAD_GLOBAL POP_TOP LOAD_CONST RETURN_VALUE");
  CHECK(code->positions.back().line == 5);
}

TEST_SUITE_END();

}  // namespace awaitscope::test
