#include "engine/compile/flow_graph.h"

#include <cstring>

namespace awaitscope {

Block* FlowGraph::new_block() {
  auto* block = arena_.make<Block>();
  block->made_before = last_made_;
  return last_made_ = block;
}

void FlowGraph::append(Block& block, const FlowInstruction& instruction) {
  if (block.size == block.capacity) {
    int capacity = block.capacity == 0 ? 8 : block.capacity * 2;
    auto* data = static_cast<FlowInstruction*>(
        arena_.allocate(sizeof(FlowInstruction) * size_t(capacity), alignof(FlowInstruction)));
    if (block.size > 0) std::memcpy(data, block.data, sizeof(FlowInstruction) * size_t(block.size));
    block.data = data;
    block.capacity = capacity;
  }
  block.data[block.size++] = instruction;
}

void FlowGraph::insert_first(Block& block, const FlowInstruction& instruction) {
  append(block, instruction);
  for (int i = block.size - 1; i > 0; i--) block[i] = block[i - 1];
  block[0] = instruction;
}

Block* FlowGraph::copy_of(const Block& block) {
  Block* copy = new_block();
  for (int i = 0; i < block.size; i++) append(*copy, block.data[i]);
  copy->exits = block.exits;
  copy->falls_through = block.falls_through;
  return copy;
}

void FlowGraph::add(FlowOpcode opcode, uint32_t operand) {
  const FlowInstruction* last = current_->last();
  if (last && (has_target(last->opcode) || is_exit(last->opcode))) use_next(new_block());
  append(*current_, {opcode, operand, nullptr, nullptr, at});
  size_++;
}

void FlowGraph::add_jump(FlowOpcode opcode, Block* target) {
  add(opcode);
  current_->last()->target = target;
}

void FlowGraph::add_jump_without_line(FlowOpcode opcode, Block* target) {
  add_jump(opcode, target);
  current_->last()->at = kNoPosition;
}

}  // namespace awaitscope
