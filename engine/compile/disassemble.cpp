#include <cstdio>

#include "engine/compile/compile.h"
#include "engine/compile/constants.h"

namespace awaitscope {
namespace {

constexpr const char* kBinary[] = {"+", "&",  "//", "<<", "@", "*", "%",
                                   "|", "**", ">>", "-",  "/", "^"};
constexpr const char* kComparisonSymbols[] = {"<", "<=", "==", "!=", ">", ">="};
constexpr const char* kConversion[] = {"", "str", "repr", "ascii"};

std::string name_of(const std::vector<std::string>& names, uint32_t number) {
  return number < names.size() ? names[number] : "?";
}

// What the operand stands for; empty where the number says all.
std::string meaning_of(const Code& code, Opcode opcode, uint32_t operand) {
  switch (operand_kind(opcode)) {
    case OperandKind::Constant:
      return operand < code.constants.size() ? repr(code.constants[operand]) : "?";
    case OperandKind::Name: return name_of(code.names, operand);
    case OperandKind::Local: return operand < code.locals.size() ? code.locals[operand].name : "?";
    case OperandKind::Target: return "to " + std::to_string(operand);
    default: break;
  }
  switch (opcode) {
    case Opcode::BINARY_OP: {
      uint32_t number = operand % kInplace;
      return kBinary[number] + std::string(operand >= kInplace ? "=" : "");
    }
    case Opcode::COMPARE_OP: return operand < 6 ? kComparisonSymbols[operand] : "?";
    case Opcode::IS_OP: return operand ? "is not" : "is";
    case Opcode::CONTAINS_OP: return operand ? "not in" : "in";
    case Opcode::MAKE_FUNCTION: {
      std::string parts;
      constexpr const char* kParts[] = {"defaults", "kwdefaults", "annotations", "closure"};
      for (uint32_t bit = 0; bit < 4; bit++) {
        if (!(operand >> bit & 1)) continue;
        if (!parts.empty()) parts += ", ";
        parts += kParts[bit];
      }
      return parts;
    }
    case Opcode::FORMAT_VALUE: {
      std::string text = kConversion[operand & 3];
      if (operand & 4) text += text.empty() ? "with format" : ", with format";
      return text;
    }
    default: return {};
  }
}

std::string flags_of(uint32_t flags) {
  struct Row {
    uint32_t flag;
    const char* name;
  };
  static constexpr Row kRows[] = {
      {Code::kVarArgs, "*args"},       {Code::kVarKeywords, "**kwargs"},
      {Code::kNested, "nested"},       {Code::kGenerator, "generator"},
      {Code::kCoroutine, "coroutine"}, {Code::kAsyncGenerator, "async generator"}};
  std::string text;
  for (const Row& row : kRows) {
    if (flags & row.flag) text += std::string(", ") + row.name;
  }
  return text;
}

void write(const Code& code, std::string& out) {
  char line[96];
  out += code.qualname + ": line " + std::to_string(code.first_line) + ", stack " +
         std::to_string(code.stack_size) + flags_of(code.flags) + "\n";
  if (!code.locals.empty()) {
    out += "  locals:";
    for (const LocalVariable& local : code.locals) {
      out += ' ';
      out += local.kind == LocalVariable::Kind::Cell ? "cell " : "";
      out += local.kind == LocalVariable::Kind::Free ? "free " : "";
      out += local.name;
      if (&local != &code.locals.back()) out += ',';
    }
    out += '\n';
  }
  int previous = -1;
  for (size_t i = 0; i < code.instructions.size(); i++) {
    Opcode opcode = code.instructions[i].opcode();
    uint32_t operand = code.instructions[i].operand();
    const ast::Position& at = code.positions[i];
    std::string number = at.line == previous ? "" : at.line > 0 ? std::to_string(at.line) : "-";
    previous = at.line;
    std::snprintf(line, sizeof line, "%6s %5zu %s", number.c_str(), i, opcode_name(opcode));
    out += line;
    const OperandKind kind = operand_kind(opcode);
    if (kind != OperandKind::None && kind != OperandKind::Self) {
      std::string meaning = meaning_of(code, opcode, operand);
      bool says_all = kind == OperandKind::Target;
      out += ' ';
      out += says_all ? meaning : std::to_string(operand);
      if (!says_all && !meaning.empty()) out += " (" + meaning + ")";
    }
    out += '\n';
  }
  for (const ExceptionHandler& handler : code.handlers) {
    std::snprintf(line, sizeof line, "  %u to %u: handler %u, depth %u%s\n", handler.start,
                  handler.end - 1, handler.target, handler.depth,
                  handler.push_lasti ? ", lasti" : "");
    out += line;
  }
  for (const Constant& constant : code.constants) {
    if (constant.kind != Constant::Kind::Code) continue;
    out += '\n';
    write(*constant.code, out);
  }
}

}  // namespace

std::string disassemble(const Code& code) {
  std::string out;
  write(code, out);
  return out;
}

}  // namespace awaitscope
