// Where exceptions go from each instruction, and how high the value stack is everywhere.

#include <cassert>
#include <deque>
#include <vector>

#include "engine/compile/flow_graph.h"

namespace awaitscope {
namespace {

int effect_of(const FlowInstruction& instruction, bool jump) {
  switch (instruction.opcode) {
    case FlowOpcode::SETUP_FINALLY: return jump ? 1 : 0;  // the exception
    case FlowOpcode::SETUP_CLEANUP: return jump ? 2 : 0;  // the place and the exception
    case FlowOpcode::SETUP_WITH: return jump ? 1 : 0;     // the same, less the result of __enter__
    case FlowOpcode::SEND: return jump ? -1 : 0;          // the flow graph has the loop around it
    case FlowOpcode::POP_BLOCK:
    case FlowOpcode::JUMP:
    case FlowOpcode::SUSPEND:
    case FlowOpcode::SEND_AGAIN:
    case FlowOpcode::PUSH_NULL: return 0;
    case FlowOpcode::KEYWORD_NAMES: return 1;
    default: return stack_effect(Opcode(instruction.opcode), instruction.operand, jump);
  }
}

int measure_stack(FlowGraph& graph) {
  int greatest = 0;
  std::vector<Block*> waiting;
  auto reach = [&](Block* block, int depth) {
    if (block->start_depth >= 0) return;
    block->start_depth = depth;
    waiting.push_back(block);
  };
  bool generator =
      graph.entry()->size > 0 && graph.entry()->data[0].opcode == FlowOpcode::RETURN_GENERATOR;
  reach(graph.entry(), generator ? 1 : 0);
  while (!waiting.empty()) {
    Block* block = waiting.back();
    waiting.pop_back();
    int depth = block->start_depth;
    if (depth > greatest) greatest = depth;
    for (FlowInstruction& instruction : *block) {
      if (has_target(instruction.opcode)) {
        int there = depth + effect_of(instruction, true);
        if (there > greatest) greatest = there;
        reach(instruction.target, there);
      }
      depth += effect_of(instruction, false);
      assert(depth >= 0);
      if (depth > greatest) greatest = depth;
    }
    if (block->next && block->falls_through) reach(block->next, depth);
  }
  return greatest;
}

// The handlers in force, innermost first. Shared between the blocks that they cover.
struct Guard {
  Block* handler;
  const Guard* outer;
};

class HandlerFinder {
 public:
  explicit HandlerFinder(FlowGraph& graph) : graph_(graph) {}

  void run() {
    reach(graph_.entry(), nullptr);
    while (!waiting_.empty()) {
      auto [block, guard] = waiting_.back();
      waiting_.pop_back();
      for (FlowInstruction& instruction : *block) {
        if (is_block_setup(instruction.opcode)) {
          reach(instruction.target, guard);
          guard = &guards_.emplace_back(Guard{instruction.target, guard});
          instruction.target->keeps_lasti = instruction.opcode != FlowOpcode::SETUP_FINALLY;
          make_nop(instruction);
        } else if (instruction.opcode == FlowOpcode::POP_BLOCK) {
          assert(guard);
          guard = guard->outer;
          make_nop(instruction);
        } else {
          instruction.handler = guard ? guard->handler : nullptr;
          if (is_jump(instruction.opcode)) reach(instruction.target, guard);
        }
      }
      if (block->next && block->falls_through) reach(block->next, guard);
    }
  }

 private:
  void reach(Block* block, const Guard* guard) {
    if (block->visited) return;
    block->visited = true;
    waiting_.push_back({block, guard});
  }

  void make_nop(FlowInstruction& instruction) {
    instruction.opcode = FlowOpcode::NOP;
    instruction.target = nullptr;
  }

  struct Waiting {
    Block* block;
    const Guard* guard;
  };

  FlowGraph& graph_;
  std::deque<Guard> guards_;
  std::vector<Waiting> waiting_;
};

}  // namespace

int find_handlers(FlowGraph& graph) {
  int depth = measure_stack(graph);
  HandlerFinder(graph).run();
  return depth;
}

}  // namespace awaitscope
