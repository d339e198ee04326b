// The passes of CPython 3.11's compiler between the flow graph and the code. They are here for what
// they do to lines: which instructions stay, and which line each belongs to.

#include <vector>

#include "engine/compile/constants.h"
#include "engine/compile/flow_graph.h"

namespace awaitscope {
namespace {

constexpr int kMaxCopied = 4;  // instructions of an exit that is worth copying

bool jumps_always(FlowOpcode opcode) {
  return opcode == FlowOpcode::JUMP || opcode == FlowOpcode::SEND_AGAIN;
}

void mark_exits(Block& block) {
  for (FlowInstruction& instruction : block) {
    if (is_exit(instruction.opcode)) {
      block.exits = true;
      block.falls_through = false;
    } else if (is_jump(instruction.opcode)) {
      if (jumps_always(instruction.opcode)) block.falls_through = false;
      instruction.target = not_empty(instruction.target);
    }
  }
}

bool is_exit_without_line(const Block& block) {
  if (!block.exits) return false;
  for (int i = 0; i < block.size; i++) {
    if (block.data[i].at.line >= 0) return false;
  }
  return true;
}

// A jump to a few instructions that leave the function, and belong to no line, is replaced by
// them.
void copy_exit_here(FlowGraph& graph, Block& block) {
  FlowInstruction* last = block.last();
  if (!last || last->opcode != FlowOpcode::JUMP) return;
  Block* exit = last->target;
  if (!is_exit_without_line(*exit) || exit->size > kMaxCopied) return;
  last->opcode = FlowOpcode::NOP;
  last->target = nullptr;
  for (int i = 0, size = exit->size; i < size; i++) graph.append(block, (*exit)[i]);
  block.exits = true;
}

// --- within a block ---

class Peephole {
 public:
  Peephole(FlowGraph& graph, Block& block, ConstantTable& constants, Version version)
      : graph_(graph), block_(block), constants_(constants), version_(version) {}

  void run() {
    for (at_ = 0; at_ < block_.size; at_++) {
      FlowInstruction& instruction = block_[at_];
      FlowOpcode target = FlowOpcode::NOP;
      if (has_target(instruction.opcode)) {
        instruction.target = not_empty(instruction.target);
        target = instruction.target->data[0].opcode;
      }
      switch (instruction.opcode) {
        case FlowOpcode::LOAD_CONST: constant(instruction); break;
        case FlowOpcode::BUILD_TUPLE: tuple(instruction); break;
        case FlowOpcode::JUMP_IF_FALSE_OR_POP:
          jump_or_pop(instruction, target, FlowOpcode::POP_JUMP_IF_FALSE,
                      FlowOpcode::JUMP_IF_TRUE_OR_POP, FlowOpcode::POP_JUMP_IF_TRUE);
          break;
        case FlowOpcode::JUMP_IF_TRUE_OR_POP:
          jump_or_pop(instruction, target, FlowOpcode::POP_JUMP_IF_TRUE,
                      FlowOpcode::JUMP_IF_FALSE_OR_POP, FlowOpcode::POP_JUMP_IF_FALSE);
          break;
        case FlowOpcode::JUMP:
        case FlowOpcode::POP_JUMP_IF_FALSE:
        case FlowOpcode::POP_JUMP_IF_TRUE:
        case FlowOpcode::POP_JUMP_IF_NONE:
        case FlowOpcode::POP_JUMP_IF_NOT_NONE:
          if (target == FlowOpcode::JUMP) thread(instruction);
          break;
        case FlowOpcode::SWAP:
          if (instruction.operand == 1)
            instruction.opcode = FlowOpcode::NOP;
          else
            simplify_swaps(block_, at_);
          break;
        case FlowOpcode::PUSH_NULL:
          if (next() == FlowOpcode::LOAD_GLOBAL) instruction.opcode = FlowOpcode::NOP;
          break;
        default: break;
      }
    }
  }

 private:
  FlowOpcode next(int ahead = 1) {
    return at_ + ahead < block_.size ? block_[at_ + ahead].opcode : FlowOpcode::NOP;
  }

  void make_nop(FlowInstruction& instruction) {
    instruction.opcode = FlowOpcode::NOP;
    instruction.target = nullptr;
  }

  void constant(FlowInstruction& load) {
    if (at_ + 1 >= block_.size) return;
    FlowInstruction& following = block_[at_ + 1];
    switch (following.opcode) {
      case FlowOpcode::POP_JUMP_IF_FALSE:
      case FlowOpcode::POP_JUMP_IF_TRUE: {
        bool jumps =
            is_true(constants_[load.operand]) == (following.opcode == FlowOpcode::POP_JUMP_IF_TRUE);
        make_nop(load);
        decide(following, jumps);
        break;
      }
      case FlowOpcode::JUMP_IF_FALSE_OR_POP:
      case FlowOpcode::JUMP_IF_TRUE_OR_POP: {
        bool jumps = is_true(constants_[load.operand]) ==
                     (following.opcode == FlowOpcode::JUMP_IF_TRUE_OR_POP);
        if (!jumps) make_nop(load);
        decide(following, jumps);
        break;
      }
      case FlowOpcode::IS_OP: {
        FlowOpcode jump = next(2);
        if (constants_[load.operand].kind != Constant::Kind::None) break;
        if (jump != FlowOpcode::POP_JUMP_IF_FALSE && jump != FlowOpcode::POP_JUMP_IF_TRUE) break;
        bool negated = following.operand != 0;
        make_nop(load);
        make_nop(following);
        block_[at_ + 2].opcode = negated != (jump == FlowOpcode::POP_JUMP_IF_FALSE)
                                     ? FlowOpcode::POP_JUMP_IF_NOT_NONE
                                     : FlowOpcode::POP_JUMP_IF_NONE;
        break;
      }
      default: break;
    }
  }

  void decide(FlowInstruction& jump, bool jumps) {
    if (jumps) {
      jump.opcode = FlowOpcode::JUMP;
      block_.falls_through = false;
    } else {
      make_nop(jump);
    }
  }

  void tuple(FlowInstruction& build) {
    int count = int(build.operand);
    if (next() == FlowOpcode::UNPACK_SEQUENCE && block_[at_ + 1].operand == build.operand &&
        count >= 1 && count <= 3) {
      make_nop(build);
      block_[at_ + 1].opcode = count == 1 ? FlowOpcode::NOP : FlowOpcode::SWAP;
      return;
    }
    if (at_ < count) return;
    for (int i = at_ - count; i < at_; i++) {
      if (block_[i].opcode != FlowOpcode::LOAD_CONST) return;
    }
    std::vector<Constant> items;
    for (int i = at_ - count; i < at_; i++) {
      items.push_back(constants_[block_[i].operand]);
      make_nop(block_[i]);
    }
    build.opcode = FlowOpcode::LOAD_CONST;
    build.operand = constants_.add(tuple_constant(std::move(items)));
  }

  bool same_line(const FlowInstruction& jump) {
    return jump.at.line == jump.target->data[0].at.line;
  }

  // `a and b or c`: the outcome of the first jump decides the second as well.
  void jump_or_pop(FlowInstruction& jump, FlowOpcode target, FlowOpcode popping,
                   FlowOpcode opposite, FlowOpcode popping_opposite) {
    if (!same_line(jump)) return;
    const FlowInstruction& second = jump.target->data[0];
    if (target == popping) {
      jump.opcode = popping;
      jump.target = second.target;
      at_--;
    } else if (target == FlowOpcode::JUMP || target == jump.opcode) {
      if (jump.target == second.target) return;
      jump.target = second.target;
      at_--;
    } else if (target == opposite || target == popping_opposite) {
      jump.opcode = popping;
      jump.target = jump.target->next;
      at_--;
    }
  }

  void thread(FlowInstruction& jump) {
    const FlowInstruction second = jump.target->data[0];
    if (jump.target == second.target) return;
    if (version_ < Version::V3_13) {
      if (!same_line(jump)) return;
      jump.target = second.target;
      at_--;
      return;
    }
    // It is at the line of the second one then.
    FlowInstruction threaded = jump;
    threaded.target = second.target;
    if (second.at.line >= 0) threaded.at = second.at;
    make_nop(jump);
    graph_.append(block_, threaded);
  }

  FlowGraph& graph_;
  Block& block_;
  ConstantTable& constants_;
  const Version version_;
  int at_ = 0;
};

// NOPs go where no line is lost with them.
void remove_nops(Block& block) {
  int kept = 0, previous_line = -1;
  for (int i = 0; i < block.size; i++) {
    FlowInstruction& instruction = block[i];
    int line = instruction.at.line;
    if (instruction.opcode == FlowOpcode::NOP) {
      if (line < 0 || line == previous_line) continue;
      if (i + 1 < block.size) {
        FlowInstruction& following = block[i + 1];
        if (following.at.line < 0 || following.at.line == line) {
          if (following.at.line < 0) following.at = instruction.at;
          continue;
        }
      } else {
        Block* next = block.next;
        while (next && next->size == 0) next = next->next;
        if (next && next->data[0].at.line == line) continue;
      }
    }
    if (kept != i) block[kept] = instruction;
    kept++;
    previous_line = line;
  }
  block.size = kept;
}

// --- the graph ---

void count_predecessors(FlowGraph& graph) {
  std::vector<Block*> waiting = {graph.entry()};
  graph.entry()->predecessors = 1;
  auto reach = [&](Block* block) {
    if (block->predecessors++ == 0) waiting.push_back(block);
  };
  while (!waiting.empty()) {
    Block* block = waiting.back();
    waiting.pop_back();
    if (block->next && block->falls_through) reach(block->next);
    for (FlowInstruction& instruction : *block) {
      if (has_target(instruction.opcode)) reach(instruction.target);
    }
  }
}

void drop_unreachable(FlowGraph& graph) {
  for (Block* block = graph.entry(); block; block = block->next) {
    if (block->predecessors > 0) continue;
    block->size = 0;
    block->falls_through = true;
  }
}

void drop_empty_blocks(FlowGraph& graph) {
  for (Block* block = graph.entry(); block; block = block->next) {
    while (block->next && block->next->size == 0 && block->next->next)
      block->next = block->next->next;
  }
  for (Block* block = graph.entry(); block; block = block->next) {
    FlowInstruction* last = block->last();
    if (last && has_target(last->opcode)) last->target = not_empty(last->target);
  }
}

bool drop_jumps_to_next(FlowGraph& graph) {
  bool dropped = false;
  for (Block* block = graph.entry(); block; block = block->next) {
    FlowInstruction* last = block->last();
    if (!last || last->opcode != FlowOpcode::JUMP || last->target != block->next) continue;
    last->opcode = FlowOpcode::NOP;
    last->target = nullptr;
    block->falls_through = true;
    dropped = true;
  }
  if (dropped) drop_empty_blocks(graph);
  return dropped;
}

// --- lines ---

// An exit that belongs to no line takes the line of whoever comes to it, so each gets its own.
void give_exits_their_own(FlowGraph& graph) {
  for (Block* block = graph.last_made(); block; block = block->made_before) {
    FlowInstruction* last = block->last();
    if (!last || !is_jump(last->opcode)) continue;
    Block* target = last->target;
    if (!is_exit_without_line(*target) || target->predecessors < 2) continue;
    Block* copy = graph.copy_of(*target);
    copy->data[0].at = last->at;
    last->target = copy;
    target->predecessors--;
    copy->predecessors = 1;
    copy->next = target->next;
    target->next = copy;
  }
  for (Block* block = graph.last_made(); block; block = block->made_before) {
    while (block->next && block->next->size == 0) block->next = block->next->next;
  }
  for (Block* block = graph.last_made(); block; block = block->made_before) {
    if (block->falls_through && block->next && block->size > 0 &&
        is_exit_without_line(*block->next)) {
      block->next->data[0].at = block->last()->at;
    }
  }
}

void spread_lines(FlowGraph& graph) {
  for (Block* block = graph.entry(); block; block = block->next) {
    if (block->size == 0) continue;
    ast::Position previous = kNoPosition;
    for (FlowInstruction& instruction : *block) {
      if (instruction.at.line < 0)
        instruction.at = previous;
      else
        previous = instruction.at;
    }
    auto hand_on = [&](Block* to) {
      if (to->predecessors == 1 && to->data[0].at.line < 0) to->data[0].at = previous;
    };
    if (block->falls_through && block->next && block->next->size > 0) hand_on(block->next);
    if (is_jump(block->last()->opcode)) hand_on(block->last()->target);
  }
}

void give_returns_a_line(FlowGraph& graph, int first_line) {
  int line = first_line;
  for (Block* block = graph.entry(); block; block = block->next) {
    FlowInstruction* last = block->last();
    if (!last) continue;
    if (last->at.line >= 0) {
      line = last->at.line;
    } else if (last->opcode == FlowOpcode::RETURN_VALUE) {
      for (FlowInstruction& instruction : *block) instruction.at = {line, -1, line, -1};
    }
  }
}

}  // namespace

void optimize(FlowGraph& graph, ConstantTable& constants, int first_line, Version version) {
  for (Block* block = graph.last_made(); block; block = block->made_before) mark_exits(*block);
  for (Block* block = graph.last_made(); block; block = block->made_before) {
    copy_exit_here(graph, *block);
  }
  for (Block* block = graph.entry(); block; block = block->next) {
    Peephole(graph, *block, constants, version).run();
    remove_nops(*block);
  }
  for (Block* block = graph.last_made(); block; block = block->made_before) {
    copy_exit_here(graph, *block);
  }
  count_predecessors(graph);
  drop_unreachable(graph);
  drop_empty_blocks(graph);
  for (Block* block = graph.entry(); block; block = block->next) remove_nops(*block);
  drop_empty_blocks(graph);
  drop_jumps_to_next(graph);
  give_exits_their_own(graph);
  spread_lines(graph);
  if (version < Version::V3_12) give_returns_a_line(graph, first_line);
}

void remove_needless(FlowGraph& graph) {
  drop_jumps_to_next(graph);
  for (Block* block = graph.entry(); block; block = block->next) remove_nops(*block);
  drop_jumps_to_next(graph);
}

}  // namespace awaitscope
