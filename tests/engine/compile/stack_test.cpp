// The height of the value stack, followed along every path.

#include <utility>

#include "tests/engine/compile/support.h"

namespace awaitscope::test {
namespace {

void check_stack(const Code& code) {
  CAPTURE(code.qualname);
  std::vector<int> height(code.instructions.size(), -1);
  std::vector<size_t> waiting;
  auto reach = [&](size_t at, int depth) {
    INFO("instruction " << at);
    REQUIRE(at < code.instructions.size());
    REQUIRE(depth >= 0);
    REQUIRE(depth <= code.stack_size);
    if (height[at] < 0) {
      height[at] = depth;
      waiting.push_back(at);
    }
    REQUIRE(height[at] == depth);
  };
  bool suspends = code.instructions[0].opcode() == Opcode::RETURN_GENERATOR;
  reach(0, suspends ? 1 : 0);
  while (!waiting.empty()) {
    size_t at = waiting.back();
    waiting.pop_back();
    Opcode opcode = code.instructions[at].opcode();
    uint32_t operand = code.instructions[at].operand();
    for (const ExceptionHandler& handler : code.handlers) {
      if (at < handler.start || at >= handler.end) continue;
      INFO("handled instruction " << at);
      REQUIRE(int(handler.depth) <= height[at]);
      reach(handler.target, int(handler.depth) + 1 + (handler.push_lasti ? 1 : 0));
    }
    if (jumps(opcode)) reach(operand, height[at] + stack_effect(opcode, operand, true));
    if (falls_through(opcode)) reach(at + 1, height[at] + stack_effect(opcode, operand, false));
  }
}

int stack_of(std::string_view source, std::string_view qualname) {
  return code_of(source, qualname)->stack_size;
}

}  // namespace

TEST_SUITE_BEGIN("compile: stack and handlers");

TEST_CASE("on every path the stack is as high as the code says, and never below its handlers") {
  for (const Snapshot& snapshot : snapshots()) {
    CAPTURE(snapshot.expected_path);
    std::vector<std::shared_ptr<Code>> all;
    collect(compile_text(snapshot.source, {}, snapshot.version).code, all);
    for (const auto& code : all) check_stack(*code);
  }
}

TEST_CASE("the stack is as large as needed and no larger") {
  CHECK(stack_of("def f(a): return a", "f") == 1);
  CHECK(stack_of("def f(a): return a + a * a", "f") == 3);
  CHECK(stack_of("def f(a): return a(1, 2, 3)", "f") == 4);
  CHECK(stack_of("def f(a): return a.m(1, 2, 3)", "f") == 5);
}

TEST_CASE("the rows of the exception table are in order and do not overlap") {
  for (const Snapshot& snapshot : snapshots()) {
    CAPTURE(snapshot.expected_path);
    std::vector<std::shared_ptr<Code>> all;
    collect(compile_text(snapshot.source, {}, snapshot.version).code, all);
    for (const auto& code : all) {
      uint32_t end = 0;
      for (const ExceptionHandler& handler : code->handlers) {
        CHECK(handler.start >= end);
        CHECK(handler.end > handler.start);
        CHECK(handler.target < code->instructions.size());
        end = handler.end;
      }
    }
  }
}

TEST_CASE("what a try block calls is handled, and what its handler calls is cleaned up after") {
  auto code = code_of("def f():\n  try:\n    a()\n  except E:\n    b()\n", "f");
  REQUIRE(code->handlers.size() >= 2);
  CHECK(code->instructions[code->handlers[0].target].opcode() == Opcode::PUSH_EXC_INFO);
  CHECK(!code->handlers[0].push_lasti);
  CHECK(code->handlers[1].start == code->handlers[0].target);
  CHECK(code->instructions[code->handlers[1].target].opcode() == Opcode::COPY);
  CHECK(code->handlers[1].push_lasti);
}

TEST_CASE("the body of with is cut back to its exit function, and told where it raised") {
  auto code = code_of("def f():\n  with a:\n    b()\n", "f");
  REQUIRE(!code->handlers.empty());
  CHECK(code->instructions[code->handlers[0].target].opcode() == Opcode::PUSH_EXC_INFO);
  CHECK(code->handlers[0].depth == 1);
  CHECK(code->handlers[0].push_lasti);
}

TEST_SUITE_END();

}  // namespace awaitscope::test
