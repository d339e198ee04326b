#pragma once
// The instructions of one code object while it is being compiled: blocks that are entered only at
// their head and left only at their end, in the order of the code, with jumps between them.
//
// Blocks and instructions live as long as the graph. An instruction's line is -1 where it belongs
// to no line; the passes may give it one.

#include <cstdint>

#include "engine/compile/code.h"
#include "engine/compile/tables.h"
#include "engine/syntax/arena.h"
#include "engine/syntax/ast.h"
#include "engine/syntax/version.h"

namespace awaitscope {

// The instructions of code.h, and those that only the flow graph knows; none of these is left in a
// code object.
enum class FlowOpcode : uint8_t {
#define OPCODE(name, operand, effect, meaning) name,
#include "engine/compile/opcodes.def"
#undef OPCODE
  SETUP_FINALLY,  // the target handles what is raised from here on
  SETUP_CLEANUP,  // the same, and is given the place as well
  SETUP_WITH,     // the same, and what __enter__ returned is dropped
  POP_BLOCK,      // ends the innermost of them
  JUMP,
  // CPython's loop around SEND: suspend, then send again. Our SEND does both.
  SUSPEND,
  SEND_AGAIN,
  // What CPython's calling convention needs and ours does not; it may be the only one of its line.
  PUSH_NULL,
  KEYWORD_NAMES,  // becomes the LOAD_CONST of a tuple of names
};

inline constexpr ast::Position kNoPosition = {-1, -1, -1, -1};

struct Block;

struct FlowInstruction {
  FlowOpcode opcode;
  uint32_t operand;
  Block* target;   // of a jump or a SETUP_
  Block* handler;  // where exceptions go; known late
  ast::Position at;
};

struct Block {
  FlowInstruction* data = nullptr;
  int size = 0, capacity = 0;
  Block* next = nullptr;  // in the order of the code
  Block* made_before = nullptr;
  int predecessors = 0;
  int start_depth = -1;  // of the value stack
  int place = -1;        // of its first instruction in the code
  bool exits = false;    // ends in return or raise
  bool falls_through = true;
  bool keeps_lasti = false;  // as a handler
  bool visited = false;

  FlowInstruction* begin() { return data; }
  FlowInstruction* end() { return data + size; }
  FlowInstruction& operator[](int i) { return data[i]; }
  FlowInstruction* last() { return size == 0 ? nullptr : data + size - 1; }
};

// The first block from here on in which there is something; null: none.
inline Block* not_empty(Block* block) {
  while (block && block->size == 0) block = block->next;
  return block;
}

constexpr bool is_block_setup(FlowOpcode opcode) {
  return opcode == FlowOpcode::SETUP_FINALLY || opcode == FlowOpcode::SETUP_CLEANUP ||
         opcode == FlowOpcode::SETUP_WITH;
}

// Jumps proper: not what sets a handler up.
constexpr bool is_jump(FlowOpcode opcode) {
  switch (opcode) {
    case FlowOpcode::JUMP:
    case FlowOpcode::SEND_AGAIN:
    case FlowOpcode::POP_JUMP_IF_TRUE:
    case FlowOpcode::POP_JUMP_IF_FALSE:
    case FlowOpcode::POP_JUMP_IF_NONE:
    case FlowOpcode::POP_JUMP_IF_NOT_NONE:
    case FlowOpcode::JUMP_IF_TRUE_OR_POP:
    case FlowOpcode::JUMP_IF_FALSE_OR_POP:
    case FlowOpcode::FOR_ITER:
    case FlowOpcode::SEND: return true;
    default: return false;
  }
}

constexpr bool is_exit(FlowOpcode opcode) {
  return opcode == FlowOpcode::RETURN_VALUE || opcode == FlowOpcode::RAISE_VARARGS ||
         opcode == FlowOpcode::RERAISE;
}

constexpr bool has_target(FlowOpcode opcode) { return is_jump(opcode) || is_block_setup(opcode); }

class FlowGraph {
 public:
  FlowGraph() { current_ = entry_ = new_block(); }

  ast::Position at = kNoPosition;  // of the instructions to come

  Block* new_block();
  void use_next(Block* block) { current_ = current_->next = block; }
  void add(FlowOpcode opcode, uint32_t operand = 0);
  void add_jump(FlowOpcode opcode, Block* target);
  // With no line of its own.
  void add_jump_without_line(FlowOpcode opcode, Block* target);

  size_t size() const { return size_; }  // instructions added
  Block* entry() { return entry_; }
  Block* current() { return current_; }
  Block* last_made() { return last_made_; }  // the others follow by made_before
  Block* copy_of(const Block& block);
  void append(Block& block, const FlowInstruction& instruction);
  void insert_first(Block& block, const FlowInstruction& instruction);

 private:
  Arena arena_;
  Block* entry_ = nullptr;
  Block* current_ = nullptr;
  Block* last_made_ = nullptr;
  size_t size_ = 0;
};

// What CPython's compiler does to the graph before it lays it out, in its order.
void optimize(FlowGraph& graph, ConstantTable& constants, int first_line, Version version);
// Of optimize: the order of values on the stack settled at compile time.
void simplify_swaps(Block& block, int& at);
// Tells each instruction its handler, and each handler its stack; the SETUP_ and POP_BLOCK
// become NOPs. Returns the greatest height of the value stack.
int find_handlers(FlowGraph& graph);
// The last tidying, once no instruction is a SETUP_ any more.
void remove_needless(FlowGraph& graph);

}  // namespace awaitscope
