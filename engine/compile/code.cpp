#include "engine/compile/code.h"

namespace awaitscope {
namespace {

inline constexpr int kVaries = 1000;

struct OpcodeRow {
  const char* name;
  OperandKind operand;
  int effect;
};

constexpr OpcodeRow kOpcodes[] = {
#define OPCODE(name, operand, effect, meaning) {#name, OperandKind::operand, effect},
#include "engine/compile/opcodes.def"
#undef OPCODE
};

int varying_effect(Opcode opcode, int operand, bool jump) {
  switch (opcode) {
    case Opcode::CALL: return -operand;
    case Opcode::CALL_METHOD: return -operand - 1;
    case Opcode::CALL_KW: return -operand - 1;
    case Opcode::CALL_METHOD_KW: return -operand - 2;
    case Opcode::CALL_EX: return -1 - (operand & 1);
    case Opcode::MAKE_FUNCTION:
      return -((operand & 1) + (operand >> 1 & 1) + (operand >> 2 & 1) + (operand >> 3 & 1) +
               (operand >> 4 & 1));
    case Opcode::BUILD_TUPLE:
    case Opcode::BUILD_LIST:
    case Opcode::BUILD_SET:
    case Opcode::BUILD_STRING:
    case Opcode::BUILD_SLICE: return 1 - operand;
    case Opcode::BUILD_MAP: return 1 - 2 * operand;
    case Opcode::BUILD_CONST_KEY_MAP: return -operand;
    case Opcode::FORMAT_VALUE: return operand & 4 ? -1 : 0;
    case Opcode::UNPACK_SEQUENCE: return operand - 1;
    case Opcode::UNPACK_EX: return (operand & 255) + (operand >> 8);
    case Opcode::JUMP_IF_TRUE_OR_POP:
    case Opcode::JUMP_IF_FALSE_OR_POP: return jump ? 0 : -1;
    case Opcode::FOR_ITER: return jump ? -1 : 1;
    case Opcode::RAISE_VARARGS: return -operand;
    case Opcode::RERAISE: return -1;
    default: return 0;
  }
}

}  // namespace

const char* opcode_name(Opcode opcode) { return kOpcodes[size_t(opcode)].name; }

OperandKind operand_kind(Opcode opcode) { return kOpcodes[size_t(opcode)].operand; }

int stack_effect(Opcode opcode, uint32_t operand, bool jump) {
  int effect = kOpcodes[size_t(opcode)].effect;
  return effect == kVaries ? varying_effect(opcode, int(operand), jump) : effect;
}

}  // namespace awaitscope
