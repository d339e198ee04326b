#include "engine/compile/assemble.h"

#include <cassert>

namespace awaitscope {
namespace {

Block* next_not_empty(Block* block) { return not_empty(block->next); }

// PUSH_NULL has nothing to do here, but is kept where it is the only instruction of its line.
bool is_only_of_its_line(const Block& block, int i) {
  int line = block.data[i].at.line;
  if (line < 0) return false;
  if (i + 1 < block.size && block.data[i + 1].at.line == line) return false;
  return i == 0 || block.data[i - 1].at.line != line;
}

std::vector<PlacedInstruction> lay_out(FlowGraph& graph) {
  std::vector<PlacedInstruction> code;
  std::vector<Block*> targets, handlers;
  auto place = [&](const FlowInstruction& instruction, FlowOpcode opcode) {
    code.push_back({opcode, instruction.operand, -1, -1, 0, false, instruction.at});
    targets.push_back(instruction.target);
    handlers.push_back(instruction.handler);
  };
  for (Block* block = graph.entry(); block; block = block->next) {
    block->place = int(code.size());
    for (int i = 0; i < block->size; i++) {
      const FlowInstruction& instruction = block->data[i];
      switch (instruction.opcode) {
        case FlowOpcode::PUSH_NULL:
          if (is_only_of_its_line(*block, i)) place(instruction, FlowOpcode::NOP);
          break;
        case FlowOpcode::SEND: {
          FlowInstruction send = instruction;
          send.target = nullptr;
          place(send, FlowOpcode::SEND);
          // Past the block that CPython suspends in; mostly that is where the result is wanted.
          if (next_not_empty(block->next) != not_empty(instruction.target)) {
            send.target = instruction.target;
            place(send, FlowOpcode::JUMP);
          }
          break;
        }
        case FlowOpcode::SUSPEND:
        case FlowOpcode::SEND_AGAIN: break;
        case FlowOpcode::KEYWORD_NAMES: place(instruction, FlowOpcode::LOAD_CONST); break;
        default: place(instruction, instruction.opcode);
      }
    }
  }
  for (size_t i = 0; i < code.size(); i++) {
    if (targets[i]) code[i].target = targets[i]->place;
    if (const Block* handler = handlers[i]) {
      code[i].handler = handler->place;
      code[i].push_lasti = handler->keeps_lasti;
      code[i].depth = uint32_t(handler->start_depth - 1 - (handler->keeps_lasti ? 1 : 0));
    }
  }
  return code;
}

void write_handlers(const std::vector<PlacedInstruction>& placed, Code& code) {
  for (uint32_t i = 0; i < placed.size(); i++) {
    const PlacedInstruction& instruction = placed[i];
    if (instruction.handler < 0) continue;
    if (!code.handlers.empty()) {
      ExceptionHandler& last = code.handlers.back();
      if (last.end == i && last.target == uint32_t(instruction.handler)) {
        last.end = i + 1;
        continue;
      }
    }
    code.handlers.push_back(
        {i, i + 1, uint32_t(instruction.handler), instruction.depth, instruction.push_lasti});
  }
}

}  // namespace

void assemble(FlowGraph& graph, ConstantTable& constants, const std::vector<uint32_t>& cell_slots,
              int first_line, bool lines, Version version, Code& code) {
  optimize(graph, constants, first_line, version);
  code.stack_size = find_handlers(graph);
  remove_needless(graph);
  std::vector<PlacedInstruction> placed = lay_out(graph);
  if (lines) placed = insert_lines(placed, version);

  constexpr uint32_t kUnused = UINT32_MAX;
  std::vector<uint32_t> numbers(constants.size(), kUnused);
  code.instructions.reserve(placed.size());
  code.positions.reserve(placed.size());
  for (size_t i = 0; i < placed.size(); i++) {
    const PlacedInstruction& instruction = placed[i];
    Opcode opcode;
    uint32_t operand = instruction.operand;
    if (instruction.opcode == FlowOpcode::JUMP) {
      opcode = instruction.target > int(i) ? Opcode::JUMP_FORWARD : Opcode::JUMP_BACKWARD;
    } else {
      opcode = Opcode(instruction.opcode);
    }
    assert(int(opcode) < kOpcodeCount);
    if (instruction.target >= 0) operand = uint32_t(instruction.target);
    switch (opcode) {
      case Opcode::LOAD_CONST: {
        uint32_t& number = numbers[operand];
        if (number == kUnused) {
          number = uint32_t(code.constants.size());
          code.constants.push_back(constants[operand]);
        }
        operand = number;
        break;
      }
      case Opcode::LOAD_DEREF:
      case Opcode::STORE_DEREF:
      case Opcode::DELETE_DEREF:
      case Opcode::LOAD_CLASSDEREF:
      case Opcode::MAKE_CELL:
      case Opcode::LOAD_FROM_DICT_OR_DEREF:
      case Opcode::LOAD_CLOSURE: operand = cell_slots[operand]; break;
      case Opcode::LINE: operand = uint32_t(i); break;
      default: break;
    }
    code.instructions.push_back(make_instruction(opcode, operand));
    code.positions.push_back(instruction.at.line > 0 ? instruction.at : ast::Position());
  }
  write_handlers(placed, code);
}

}  // namespace awaitscope
