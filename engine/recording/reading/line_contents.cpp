#include "engine/recording/reading/line_contents.h"

namespace awaitscope {

namespace {

// The `return None` that ends every function is on the line of its last statement.
bool is_written_return(const Code& code, size_t line_begin, size_t at) {
  const Instruction before = code.instructions[at - (at > 0)];
  bool none = before.opcode() == Opcode::LOAD_CONST &&
              code.constants[before.operand()].kind == Constant::Kind::None;
  return !none || at == line_begin + 2;
}

bool has_elsewhere(const Code& code, Opcode opcode, int32_t line) {
  for (size_t i = 0; i < code.instructions.size(); ++i) {
    if (code.instructions[i].opcode() == opcode && code.positions[i].line == line) return true;
  }
  return false;
}

// Runs a line's instructions on names instead of values; what is no plain name is empty.
class Names {
 public:
  explicit Names(const Code& code) : code_(code) {}

  void run(Instruction instruction, LineContents& contents) {
    const uint32_t operand = instruction.operand();
    switch (instruction.opcode()) {
      case Opcode::LOAD_GLOBAL:
      case Opcode::LOAD_NAME: push(code_.names[operand]); break;
      case Opcode::LOAD_FAST:
      case Opcode::LOAD_DEREF:
      case Opcode::LOAD_CLASSDEREF: push(code_.locals[operand].name); break;
      case Opcode::LOAD_ATTR: push(attribute(pop(), operand)); break;
      case Opcode::LOAD_METHOD: {
        std::string name = attribute(pop(), operand);
        push(name);
        push("");
        break;
      }
      case Opcode::CALL: call(operand, 1, contents); break;
      case Opcode::CALL_METHOD: call(operand, 2, contents); break;
      case Opcode::CALL_KW: call(operand + 1, 1, contents); break;
      case Opcode::CALL_METHOD_KW: call(operand + 1, 2, contents); break;
      case Opcode::STORE_FAST:
      case Opcode::STORE_DEREF: set(code_.locals[operand].name, contents); break;
      case Opcode::STORE_NAME:
      case Opcode::STORE_GLOBAL: set(code_.names[operand], contents); break;
      // `except ... as e` unsets its name at its end.
      case Opcode::DELETE_FAST:
      case Opcode::DELETE_DEREF: std::erase(contents.sets, code_.locals[operand].name); break;
      case Opcode::DELETE_NAME:
      case Opcode::DELETE_GLOBAL: std::erase(contents.sets, code_.names[operand]); break;
      case Opcode::STORE_ATTR: {
        std::string name = attribute(pop(), operand);
        set(name, contents);
        break;
      }
      case Opcode::LOAD_CONST: push(""); break;
      case Opcode::BINARY_OP:
      case Opcode::COMPARE_OP:
      case Opcode::IS_OP:
      case Opcode::CONTAINS_OP:
      case Opcode::BINARY_SUBSCR:
        pop();
        pop();
        push("");
        break;
      case Opcode::BUILD_TUPLE:
      case Opcode::BUILD_LIST:
      case Opcode::BUILD_STRING: {
        for (uint32_t i = 0; i < operand; ++i) pop();
        push("");
        break;
      }
      case Opcode::FORMAT_VALUE:
        if (operand & 4) pop();
        pop();
        push("");
        break;
      case Opcode::POP_TOP: pop(); break;
      case Opcode::SEND:
        pop();
        pop();
        push("");
        break;
      case Opcode::NOP:
      case Opcode::LINE:
      case Opcode::GET_AWAITABLE: break;
      default: stack_.clear(); break;  // what comes from further down is no name then
    }
  }

 private:
  void push(std::string name) { stack_.push_back(std::move(name)); }
  std::string pop() {
    if (stack_.empty()) return {};
    std::string name = std::move(stack_.back());
    stack_.pop_back();
    return name;
  }
  std::string attribute(const std::string& object, uint32_t name) const {
    return object.empty() ? std::string() : object + "." + code_.names[name];
  }
  void call(uint32_t arguments, uint32_t callable, LineContents& contents) {
    for (uint32_t i = 0; i + 1 < arguments + callable; ++i) pop();
    std::string name = pop();
    if (!name.empty()) contents.calls.push_back(name);
    push("");
  }
  void set(const std::string& name, LineContents& contents) {
    pop();
    const bool own = name == "__module__" || name == "__qualname__" || name == "__classcell__";
    if (!name.empty() && !own) contents.sets.push_back(name);
  }

  const Code& code_;
  std::vector<std::string> stack_;
};

}  // namespace

LineContents contents_of_line(const Code& code, uint32_t offset) {
  LineContents contents;
  if (offset >= code.instructions.size()) return contents;
  const int32_t line = code.positions[offset].line;
  Names names(code);
  for (size_t i = offset; i < code.instructions.size(); ++i) {
    const Instruction instruction = code.instructions[i];
    const Opcode opcode = instruction.opcode();
    if (i > offset && opcode == Opcode::LINE) break;
    if (code.positions[i].line != line && code.positions[i].line != 0) break;
    names.run(instruction, contents);
    switch (opcode) {
      case Opcode::IMPORT_NAME: contents.imports = code.names[instruction.operand()]; break;
      case Opcode::LOAD_BUILD_CLASS: contents.builds_class = true; break;
      case Opcode::LOAD_CONST: {
        const Constant& constant = code.constants[instruction.operand()];
        if (constant.kind == Constant::Kind::Code && constant.code && !contents.defines &&
            constant.code->name[0] != '<') {
          contents.defines = constant.code.get();
        }
        break;
      }
      case Opcode::BEFORE_ASYNC_WITH: contents.async_with = true; break;
      case Opcode::BEFORE_WITH: contents.with = true; break;
      case Opcode::GET_AITER:
      case Opcode::GET_ANEXT: contents.async_for = true; break;
      case Opcode::GET_AWAITABLE: contents.awaits |= instruction.operand() == 0; break;
      case Opcode::YIELD_VALUE: contents.yields = !(code.flags & Code::kCoroutine); break;
      case Opcode::CHECK_EXC_MATCH:
      case Opcode::CHECK_EG_MATCH: contents.catches = true; break;
      case Opcode::RAISE_VARARGS: contents.raises = true; break;
      case Opcode::RETURN_VALUE: contents.returns |= is_written_return(code, offset, i); break;
      case Opcode::POP_JUMP_IF_TRUE:
      case Opcode::POP_JUMP_IF_FALSE:
      case Opcode::POP_JUMP_IF_NONE:
      case Opcode::POP_JUMP_IF_NOT_NONE:
      case Opcode::FOR_ITER: contents.decides = true; break;
      default: break;
    }
  }
  contents.ends_async_with =
      !contents.async_with && has_elsewhere(code, Opcode::BEFORE_ASYNC_WITH, line);
  contents.ends_with = !contents.with && has_elsewhere(code, Opcode::BEFORE_WITH, line);
  return contents;
}

}  // namespace awaitscope
