#pragma once
// A code object as the compiler leaves it: plain data that owns itself, with no value of the
// runtime in it. The runtime links it (makes constants and names into values) once, when it loads.
//
// Instructions, locals, cells and the exception table mean what they mean in CPython 3.11;
// opcodes.def says where they differ. Specified in: https://docs.python.org/3.11/library/dis.html

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/syntax/ast.h"

namespace awaitscope {

enum class Opcode : uint8_t {
#define OPCODE(name, operand, effect, meaning) name,
#include "engine/compile/opcodes.def"
#undef OPCODE
};
inline constexpr int kOpcodeCount = 0
#define OPCODE(name, operand, effect, meaning) +1
#include "engine/compile/opcodes.def"
#undef OPCODE
    ;

enum class OperandKind : uint8_t { None, Count, Constant, Name, Local, Target, Flags, Self };

// BINARY_OP's operand: CPython's NB_ numbers; + kInplace for the augmented assignment.
enum class BinaryOperator : uint8_t {
  Add,
  And,
  FloorDivide,
  Lshift,
  MatrixMultiply,
  Multiply,
  Remainder,
  Or,
  Power,
  Rshift,
  Subtract,
  TrueDivide,
  Xor,
};
inline constexpr int kInplace = 13;

// LOAD_COMMON_CONSTANT's operand.
enum class CommonConstant : uint8_t {
  AssertionError,
  NotImplementedError,
  Tuple,
  All,
  Any,
  List,
  Set,
};

struct Instruction {
  uint32_t word;
  Opcode opcode() const { return Opcode(word & 0xff); }
  uint32_t operand() const { return word >> 8; }
};
inline constexpr uint32_t kMaxOperand = 0xffffff;
constexpr Instruction make_instruction(Opcode opcode, uint32_t operand = 0) {
  return {uint32_t(opcode) | operand << 8};
}

struct Code;

struct Constant {
  enum class Kind : uint8_t {
    None,
    True,
    False,
    Ellipsis,
    Int,
    BigInt,
    Float,
    Complex,
    Str,
    Bytes,
    Tuple,
    FrozenSet,
    Code,
  };
  Kind kind = Kind::None;
  int64_t integer = 0;          // Int
  double number = 0;            // Float, imaginary part of a Complex
  std::string text;             // BigInt: decimal or 0x/0o/0b digits with sign; Str; Bytes
  std::vector<Constant> items;  // Tuple, FrozenSet
  std::shared_ptr<Code> code;   // Code

  bool operator==(const Constant&) const = default;
};

// One row of the exception table: an exception raised by instructions [start, end) cuts the value
// stack to `depth`, pushes the raising instruction's index (where push_lasti) and the exception,
// and goes on at `target`. Rows are in order of start and do not overlap.
struct ExceptionHandler {
  uint32_t start, end, target, depth;
  bool push_lasti;
};

struct LocalVariable {
  enum class Kind : uint8_t { Local, Cell, Free };  // a Cell may be a parameter too
  std::string name;
  Kind kind;
};

struct Code {
  enum Flags : uint32_t {
    kOptimized = 1,
    kNewLocals = 2,
    kVarArgs = 4,
    kVarKeywords = 8,
    kNested = 16,
    kGenerator = 32,
    kCoroutine = 128,
    kIterableCoroutine = 256,  // made by types.coroutine
    kAsyncGenerator = 512,
    kOwnBuiltins = 1 << 20,  // see CompileOptions
  };
  std::string name, qualname;
  uint32_t flags = 0;
  int arg_count = 0;  // positional, with the positional-only ones
  int posonly_arg_count = 0;
  int kwonly_arg_count = 0;
  int first_line = 0;  // of the first decorator, where there is one
  int stack_size = 0;
  std::vector<Instruction> instructions;
  std::vector<ast::Position> positions;  // one an instruction; line 0: none
  std::vector<ExceptionHandler> handlers;
  std::vector<Constant> constants;
  std::vector<std::string> names;
  std::vector<LocalVariable> locals;  // parameters first: positional, keyword-only, *args, **kw;
                                      // then locals, cells that are no parameters, free variables
  std::string docstring;
  bool has_docstring = false;

  bool operator==(const Code&) const { return false; }  // no two code objects are the same constant
};

const char* opcode_name(Opcode opcode);
OperandKind operand_kind(Opcode opcode);
// How the stack's height changes; jump: where the instruction jumps rather than falls through.
int stack_effect(Opcode opcode, uint32_t operand, bool jump);

}  // namespace awaitscope
