#pragma once
// From the flow graph to the code object: one sequence of instructions, LINE where tracing would
// report a line, the exception table.

#include <cstdint>
#include <vector>

#include "engine/compile/code.h"
#include "engine/compile/flow_graph.h"
#include "engine/compile/tables.h"
#include "engine/syntax/version.h"

namespace awaitscope {

// An instruction in its place; targets are places too.
struct PlacedInstruction {
  FlowOpcode opcode;
  uint32_t operand;
  int target;      // -1: none
  int handler;     // the place exceptions go to; -1: none
  uint32_t depth;  // of the stack there
  bool push_lasti;
  ast::Position at;
};

// Puts LINE on every edge on which CPython's tracing reports a line.
std::vector<PlacedInstruction> insert_lines(const std::vector<PlacedInstruction>& code,
                                            Version version);

// Fills the instructions, positions, handlers, constants and stack size of `code`. cell_slots says
// which slot of the frame each cell and free variable has.
void assemble(FlowGraph& graph, ConstantTable& constants, const std::vector<uint32_t>& cell_slots,
              int first_line, bool lines, Version version, Code& code);

}  // namespace awaitscope
