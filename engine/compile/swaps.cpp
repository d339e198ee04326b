// SWAPs that need not run. Unpacking, assignments such as a, b = b, a and patterns make many.

#include <vector>

#include "engine/compile/flow_graph.h"

namespace awaitscope {
namespace {

bool may_change_places(FlowOpcode opcode) {
  return opcode == FlowOpcode::STORE_FAST || opcode == FlowOpcode::STORE_FAST_MAYBE_NULL ||
         opcode == FlowOpcode::POP_TOP;
}

// A run of SWAPs has one effect; the shortest run with that effect takes its place, at its end.
// Returns how long the run is.
int shorten_run(Block& block, int start) {
  int end = start + 1;
  uint32_t depth = block[start].operand;
  bool several = false;
  for (; end < block.size; end++) {
    if (block[end].opcode == FlowOpcode::SWAP) {
      several = true;
      if (block[end].operand > depth) depth = block[end].operand;
    } else if (block[end].opcode != FlowOpcode::NOP) {
      break;
    }
  }
  if (!several) return 0;

  std::vector<uint32_t> stack(depth);
  for (uint32_t i = 0; i < depth; i++) stack[i] = i;
  for (int i = start; i < end; i++) {
    if (block[i].opcode == FlowOpcode::SWAP) std::swap(stack[0], stack[block[i].operand - 1]);
  }
  // Each cycle of the permutation is walked once, through the top of the stack; since we write from
  // the end to the start, the moves come in reverse.
  int at = end - 1;
  std::vector<bool> settled(depth);
  auto put = [&](uint32_t position) {
    if (position == 0) return;
    block[at].opcode = FlowOpcode::SWAP;
    block[at].operand = position + 1;
    at--;
  };
  for (uint32_t first = 0; first < depth; first++) {
    if (settled[first] || stack[first] == first) continue;
    uint32_t i = first;
    while (!settled[i]) {
      put(i);
      settled[i] = true;
      i = stack[i];
    }
    put(i);
  }
  while (at >= start) block[at--].opcode = FlowOpcode::NOP;
  return end - start;
}

int next_that_may_change(Block& block, int at, int line) {
  while (++at < block.size) {
    if (line >= 0 && block[at].at.line != line) return -1;  // tracing would see the other order
    if (block[at].opcode == FlowOpcode::NOP) continue;
    return may_change_places(block[at].opcode) ? at : -1;
  }
  return -1;
}

int64_t stored_local(const FlowInstruction& instruction) {
  bool stores = may_change_places(instruction.opcode) && instruction.opcode != FlowOpcode::POP_TOP;
  return stores ? int64_t(instruction.operand) : -1;
}

bool exchange_is_safe(Block& block, int first, int second) {
  int64_t a = stored_local(block[first]), b = stored_local(block[second]);
  if (a < 0 && b < 0) return true;
  if (a == b) return false;
  for (int i = first + 1; i < second; i++) {
    int64_t between = stored_local(block[i]);
    if (between >= 0 && (between == a || between == b)) return false;
  }
  return true;
}

// SWAPs before stores: the stores change places instead.
void apply_to_stores(Block& block, int at) {
  for (; at >= 0; at--) {
    FlowOpcode opcode = block[at].opcode;
    if (opcode != FlowOpcode::SWAP) {
      if (opcode == FlowOpcode::NOP || may_change_places(opcode)) continue;
      return;
    }
    int first = next_that_may_change(block, at, -1);
    if (first < 0) return;
    int second = first, line = block[first].at.line;
    for (uint32_t count = block[at].operand - 1; count > 0; count--) {
      second = next_that_may_change(block, second, line);
      if (second < 0) return;
    }
    if (!exchange_is_safe(block, first, second)) return;
    block[at].opcode = FlowOpcode::NOP;
    std::swap(block[first], block[second]);
  }
}

}  // namespace

void simplify_swaps(Block& block, int& at) {
  int length = shorten_run(block, at);
  if (length > 0) at += length - 1;
  apply_to_stores(block, at);
}

}  // namespace awaitscope
