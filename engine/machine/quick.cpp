// Where one instruction can do the work of those that follow it.

#include "engine/machine/quick.h"

#include "engine/objects/heap.h"

namespace awaitscope {

namespace {

// Looks at the instructions from one on.
class Pattern {
 public:
  Pattern(const Code& code, const Value* constants, size_t at)
      : code_(code), constants_(constants), at_(at) {}

  bool is(size_t i, Opcode opcode) const {
    return at_ + i < code_.instructions.size() && code_.instructions[at_ + i].opcode() == opcode;
  }
  bool is_small_int(size_t i) const {
    return is(i, Opcode::LOAD_CONST) && constants_[operand(i)].is_int();
  }
  bool adds(size_t i) const { return is_operator(i, BinaryOperator::Add); }
  bool subtracts(size_t i) const { return is_operator(i, BinaryOperator::Subtract); }
  bool stores_back(size_t i) const { return is(i, Opcode::STORE_FAST) && operand(i) == operand(0); }

  Opcode quickest() const {
    using enum Opcode;
    const Opcode first = code_.instructions[at_].opcode();
    switch (first) {
      case LOAD_FAST:
        if (is_small_int(1) && adds(2))
          return stores_back(3) ? LOAD_FAST_LOAD_CONST_ADD_STORE_FAST : LOAD_FAST_LOAD_CONST_ADD;
        if (is_small_int(1) && subtracts(2)) {
          return stores_back(3) ? LOAD_FAST_LOAD_CONST_SUBTRACT_STORE_FAST
                                : LOAD_FAST_LOAD_CONST_SUBTRACT;
        }
        if (is_small_int(1) && is(2, COMPARE_OP)) return LOAD_FAST_LOAD_CONST_COMPARE_OP;
        if (is(1, LOAD_CONST)) return LOAD_FAST_LOAD_CONST;
        if (is(1, LOAD_ATTR)) return LOAD_FAST_LOAD_ATTR;
        if (is(1, LOAD_METHOD)) return LOAD_FAST_LOAD_METHOD;
        if (is(1, LOAD_FAST) && is(2, COMPARE_OP)) return LOAD_FAST_LOAD_FAST_COMPARE_OP;
        // (Two of which the second begins something quicker are left alone.)
        if (is(1, LOAD_FAST) && Pattern(code_, constants_, at_ + 1).quickest() == LOAD_FAST)
          return LOAD_FAST_LOAD_FAST;
        return first;
      case LOAD_CONST:
        return !is_small_int(0) ? first
               : adds(1)        ? LOAD_CONST_ADD
               : subtracts(1)   ? LOAD_CONST_SUBTRACT
                                : first;
      case LOAD_GLOBAL:
        if (is(1, LOAD_FAST) && Pattern(code_, constants_, at_ + 1).quickest() == LOAD_FAST)
          return LOAD_GLOBAL_LOAD_FAST;
        return first;
      case BINARY_OP: return adds(0) ? BINARY_OP_ADD : subtracts(0) ? BINARY_OP_SUBTRACT : first;
      case STORE_FAST: return is(1, LINE) ? STORE_FAST_LINE : first;
      case RETURN_VALUE: return code_.positions[at_].line ? first : RETURN_VALUE_OF_NO_LINE;
      default: return first;
    }
  }

 private:
  bool is_operator(size_t i, BinaryOperator operation) const {
    return is(i, Opcode::BINARY_OP) && operand(i) % kInplace == uint32_t(operation);
  }
  uint32_t operand(size_t i) const { return code_.instructions[at_ + i].operand(); }

  const Code& code_;
  const Value* constants_;
  size_t at_;
};

}  // namespace

Instruction* quick_instructions(const Code& code, const Value* constants) {
  const size_t count = code.instructions.size();
  auto* quick = static_cast<Instruction*>(heap::allocate(sizeof(Instruction) * count));
  for (size_t i = 0; i < count; ++i) {
    quick[i] =
        make_instruction(Pattern(code, constants, i).quickest(), code.instructions[i].operand());
  }
  return quick;
}

}  // namespace awaitscope
