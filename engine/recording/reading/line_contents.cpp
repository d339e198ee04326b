#include "engine/recording/reading/line_contents.h"

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

using Use = LineContents::Use;

bool is_jump(Opcode opcode) { return operand_kind(opcode) == OperandKind::Target; }
bool is_unconditional(Opcode opcode) {
  return opcode == Opcode::JUMP_FORWARD || opcode == Opcode::JUMP_BACKWARD;
}
bool leaves(Opcode opcode) {
  return is_unconditional(opcode) || opcode == Opcode::RETURN_VALUE ||
         opcode == Opcode::RAISE_VARARGS || opcode == Opcode::RERAISE;
}

bool has_elsewhere(const Code& code, Opcode opcode, int32_t line) {
  for (size_t i = 0; i < code.instructions.size(); ++i) {
    if (code.instructions[i].opcode() == opcode && code.positions[i].line == line) return true;
  }
  return false;
}

// Does a jump forward from `at` leave a loop?
bool leaves_loop(const Code& code, size_t at) {
  const size_t to = code.instructions[at].operand();
  for (size_t end = at; end < code.instructions.size(); ++end) {
    const Instruction back = code.instructions[end];
    if (is_jump(back.opcode()) && back.operand() <= at && to > end) return true;
  }
  return false;
}

// The first line that runs once an exception has come to this handler; 0 where none does.
size_t first_line_of(const Code& code, const ExceptionHandler& handler) {
  for (size_t i = handler.target; i < code.instructions.size(); ++i) {
    const Opcode opcode = code.instructions[i].opcode();
    if (opcode == Opcode::LINE) return i;
    if (leaves(opcode) || opcode == Opcode::END_ASYNC_FOR) break;
  }
  return 0;
}

// Runs a line's instructions on names instead of values.
class Line {
 public:
  Line(const Code& code, uint32_t offset) : code_(code), line_(code.positions[offset].line) {
    scan(offset);
  }
  LineContents has;

 private:
  struct Named {
    std::string name;  // empty: no plain name
    int action = -1;   // it is the result of that
  };

  void scan(uint32_t offset) {
    bool live = true, fresh = true;  // fresh: nothing but the way to it has run
    for (size_t i = offset; i < code_.instructions.size(); ++i) {
      const Instruction instruction = code_.instructions[i];
      const Opcode opcode = instruction.opcode();
      const auto join = std::find_if(joins_.begin(), joins_.end(),
                                     [&](const auto& each) { return each.first == i; });
      if (join != joins_.end()) {
        if (!live)
          stack_ = join->second;
        else if (!stack_.empty())
          stack_.back() = {};
        live = true;
        std::erase_if(joins_, [&](const auto& each) { return each.first == i; });
      }
      if (!live) {
        if (joins_.empty()) return;
        continue;
      }
      if (i > offset && opcode == Opcode::LINE) return;
      const int32_t line = code_.positions[i].line;
      if (line != line_ && line != 0 && !is_unconditional(opcode)) return;
      if (is_unconditional(opcode)) {
        const size_t target = instruction.operand();
        const bool here = target < code_.positions.size() && code_.positions[target].line == line_;
        if (opcode == Opcode::JUMP_BACKWARD && fresh && here) {
          fresh = false;
          i = target - 1;
          continue;
        }
        if (opcode == Opcode::JUMP_FORWARD && (here || target < certain_from_)) {
          certain_from_ = std::max(certain_from_, i < certain_from_ ? target : 0);
          joins_.emplace_back(target, stack_);
        } else if (opcode == Opcode::JUMP_FORWARD && line == line_) {
          has.breaks |= leaves_loop(code_, i) ||
                        (i == offset + 2 && code_.instructions[i - 1].opcode() == Opcode::POP_TOP);
        }
        live = false;
        continue;
      }
      note(instruction, offset, i);
      run(instruction, i);
      if (opcode != Opcode::LINE && opcode != Opcode::NOP && opcode != Opcode::RESUME)
        fresh = false;
      if (leaves(opcode)) live = false;
    }
  }

  // The kind of statement.
  void note(Instruction instruction, uint32_t offset, size_t at) {
    switch (instruction.opcode()) {
      case Opcode::LOAD_BUILD_CLASS: has.builds_class = true; break;
      case Opcode::LOAD_CONST: {
        const Constant& constant = code_.constants[instruction.operand()];
        if (constant.kind == Constant::Kind::Code && constant.code && !has.defines &&
            constant.code->name[0] != '<' && !constant.code->name.starts_with("__annotate")) {
          has.defines = constant.code.get();
        }
        break;
      }
      case Opcode::NOP:
        for (const ExceptionHandler& handler : code_.handlers) has.tries |= handler.start == at + 1;
        break;
      case Opcode::GET_ITER: begins_ = true; break;
      case Opcode::LOAD_FAST: begins_ |= code_.locals[instruction.operand()].name == ".0"; break;
      case Opcode::GET_AITER: has.async_for = begins_ = true; break;
      case Opcode::GET_ANEXT:
        has.async_for = true;
        has.later_round |= !begins_;
        break;
      case Opcode::FOR_ITER:
        if (has.loop == 0) {
          has.loop = uint32_t(at);
          has.loop_end = instruction.operand();
          has.later_round = !begins_;
        }
        break;
      case Opcode::LIST_APPEND:
      case Opcode::SET_ADD:
      case Opcode::MAP_ADD: has.comprehension |= has.loop != 0 || has.async_for; break;
      case Opcode::YIELD_VALUE: has.yields |= !(code_.flags & Code::kCoroutine); break;
      case Opcode::CHECK_EXC_MATCH:
      case Opcode::CHECK_EG_MATCH:
        has.catches = true;
        has.catches_groups = instruction.opcode() == Opcode::CHECK_EG_MATCH;
        if (!stack_.empty()) has.caught = stack_.back().name;
        break;
      case Opcode::POP_JUMP_IF_FALSE:
      case Opcode::POP_JUMP_IF_NONE:
        if (has.catches && !has.not_caught) has.not_caught = instruction.operand();
        break;
      case Opcode::RAISE_VARARGS:
        has.raises |= !has.decides;  // as `assert` does
        has.raises_again = instruction.operand() == 0;
        if (size_t depth = instruction.operand(); depth > 0 && depth <= stack_.size())
          has.raised = shown(stack_[stack_.size() - depth]);
        break;
      case Opcode::RETURN_VALUE: {
        // The `return None` that ends every function is on the line of its last statement.
        const Instruction before = code_.instructions[at - (at > 0)];
        const bool none = before.opcode() == Opcode::LOAD_CONST &&
                          code_.constants[before.operand()].kind == Constant::Kind::None;
        // As one that is written it is the line's only statement, and longer than `pass`.
        const ast::Position& place = code_.positions[at];
        const bool alone = at == offset + 2 && place.end_column - place.column >= 6;
        has.returns |= code_.flags & Code::kOptimized && (!none || alone);
        break;
      }
      default: break;
    }
    has.decides |= is_jump(instruction.opcode()) && !is_unconditional(instruction.opcode());
  }

  void run(Instruction instruction, size_t at) {
    const uint32_t operand = instruction.operand();
    const Opcode opcode = instruction.opcode();
    switch (opcode) {
      case Opcode::LINE:
      case Opcode::NOP:
      case Opcode::RESUME: return;
      case Opcode::LOAD_GLOBAL:
      case Opcode::LOAD_NAME: return push(code_.names[operand]);
      case Opcode::LOAD_FAST:
      case Opcode::LOAD_DEREF:
      case Opcode::LOAD_CLASSDEREF: return push(code_.locals[operand].name);
      case Opcode::LOAD_CONST: return push(constant(code_.constants[operand]));
      case Opcode::LOAD_ATTR: return push(attribute(pop(), operand));
      case Opcode::LOAD_METHOD: {
        std::string name = attribute(pop(), operand);
        push(std::move(name));
        return push("");
      }
      case Opcode::CALL: return call(operand, 1, at);
      case Opcode::CALL_METHOD: return call(operand, 2, at);
      case Opcode::CALL_KW: return call(operand + 1, 1, at);
      case Opcode::CALL_METHOD_KW: return call(operand + 1, 2, at);
      case Opcode::CALL_EX: return call(1 + (operand & 1), 1, at);
      case Opcode::IMPORT_NAME:
      case Opcode::IMPORT_LAZILY:
      case Opcode::IMPORT_MAYBE_LAZILY:
        has.imports.push_back(code_.names[operand]);
        pop();
        pop();
        return push("");
      case Opcode::STORE_FAST:
      case Opcode::STORE_DEREF: return set(code_.locals[operand].name);
      case Opcode::STORE_NAME:
      case Opcode::STORE_GLOBAL: return set(code_.names[operand]);
      // `except ... as e` unsets its name at its end.
      case Opcode::DELETE_FAST:
      case Opcode::DELETE_DEREF: std::erase(has.sets, code_.locals[operand].name); return;
      case Opcode::DELETE_NAME:
      case Opcode::DELETE_GLOBAL: std::erase(has.sets, code_.names[operand]); return;
      case Opcode::STORE_ATTR: return set(attribute(pop(), operand));
      case Opcode::STORE_SUBSCR: {
        pop();
        const std::string container = pop().name;
        return set(container.empty() ? "" : container + "[…]");
      }
      case Opcode::POP_TOP: use(pop(), Use::Dropped); return;
      case Opcode::RETURN_VALUE: use(pop(), Use::Returned); return;
      case Opcode::COPY:
        stack_.push_back(operand <= stack_.size() ? stack_[stack_.size() - operand] : Named());
        return;
      case Opcode::SWAP:
        if (operand <= stack_.size()) std::swap(stack_.back(), stack_[stack_.size() - operand]);
        return;
      case Opcode::BEFORE_WITH:
      case Opcode::BEFORE_ASYNC_WITH: {
        (opcode == Opcode::BEFORE_WITH ? has.with : has.async_with) = true;
        const Named manager = pop();
        use(manager, Use::Other);
        if (has.manager.empty()) has.manager = shown(manager);
        push("");
        return push("");
      }
      case Opcode::GET_AWAITABLE: {
        const Named awaitable = pop();
        if (operand > 0) return push("");
        use(awaitable, Use::Awaited);
        return act({true, "", shown(awaitable), at < certain_from_});
      }
      default: break;
    }
    if (is_jump(opcode)) return branch(instruction, at);
    const int effect = stack_effect(opcode, operand, false);
    for (int i = effect; i <= 0; ++i) pop();
    for (int i = std::min(effect, 1) - 1; i < effect; ++i) push("");
  }

  // What a condition decides about is only perhaps run, up to where its ways meet.
  void branch(Instruction instruction, size_t at) {
    const Opcode opcode = instruction.opcode();
    const size_t target = instruction.operand();
    if (opcode == Opcode::FOR_ITER) {
      std::vector<Named> stack = stack_;
      if (!stack.empty()) stack.pop_back();
      if (target > at) joins_.emplace_back(target, std::move(stack));
      push("");
    } else {
      const bool keeps =
          opcode == Opcode::JUMP_IF_TRUE_OR_POP || opcode == Opcode::JUMP_IF_FALSE_OR_POP;
      pop();
      std::vector<Named> stack = stack_;
      if (keeps) stack.emplace_back();
      if (target > at && target < code_.positions.size() && code_.positions[target].line == line_)
        joins_.emplace_back(target, std::move(stack));
    }
    certain_from_ = std::max(certain_from_, target > at ? target : at + 1);
    if (target <= at) certain_from_ = std::max(certain_from_, end_of_round_);
    if (opcode == Opcode::FOR_ITER) end_of_round_ = target;
  }

  static std::string constant(const Constant& constant) {
    return constant.kind == Constant::Kind::None ? "None" : "";
  }
  std::string shown(const Named& named) const {
    if (named.action < 0) return named.name;
    const LineContents::Action& action = has.actions[size_t(named.action)];
    return action.awaits ? "" : action.text;
  }

  void push(std::string name) { stack_.push_back({std::move(name)}); }
  Named pop() {
    if (stack_.empty()) return {};
    Named named = std::move(stack_.back());
    stack_.pop_back();
    return named;
  }
  void use(const Named& named, Use use, std::string user = {}) {
    if (named.action < 0) return;
    has.actions[size_t(named.action)].use = use;
    has.actions[size_t(named.action)].user = std::move(user);
  }
  std::string attribute(const Named& object, uint32_t name) const {
    const std::string of = shown(object);
    return of.empty() || of == "None" ? std::string() : of + "." + code_.names[name];
  }
  void call(uint32_t arguments, uint32_t callable, size_t at) {
    std::vector<Named> given;
    for (uint32_t i = 0; i < arguments; ++i) given.push_back(pop());
    for (uint32_t i = 1; i < callable; ++i) pop();
    const std::string callee = pop().name;
    for (const Named& argument : given) use(argument, Use::Argument, callee);
    const std::string text = callee.empty() ? "" : callee + (arguments ? "(…)" : "()");
    act({false, callee, text, at < certain_from_});
  }
  void act(LineContents::Action action) {
    has.actions.push_back(std::move(action));
    stack_.push_back({"", int(has.actions.size()) - 1});
  }
  void set(const std::string& name) {
    use(pop(), Use::Kept, name);
    if (!name.empty() && !name.starts_with("__")) has.sets.push_back(name);
  }

  const Code& code_;
  const int32_t line_;
  std::vector<Named> stack_;
  std::vector<std::pair<size_t, std::vector<Named>>>
      joins_;                // where ways meet, with what is on the stack there
  size_t certain_from_ = 0;  // before: only perhaps run
  bool begins_ = false;      // a loop: it has made its iterator
  size_t end_of_round_ = 0;  // of a comprehension
};

}  // namespace

LineContents contents_of_line(const Code& code, uint32_t offset) {
  if (offset >= code.instructions.size()) return {};
  LineContents has = Line(code, offset).has;
  const int32_t line = code.positions[offset].line;
  has.ends_async_with = !has.async_with && has_elsewhere(code, Opcode::BEFORE_ASYNC_WITH, line);
  has.ends_with = !has.with && has_elsewhere(code, Opcode::BEFORE_WITH, line);
  const bool own = code.name.ends_with("comp>") || code.name == "<genexpr>";
  has.comprehension |= own && (has.loop != 0 || has.async_for);
  const uint32_t after = offset + 1;
  has.catches_all = is_reached_by_exception(code, offset) && after < code.instructions.size() &&
                    code.instructions[after].opcode() == Opcode::POP_TOP;
  return has;
}

bool is_reached_by_exception(const Code& code, uint32_t offset) {
  return std::any_of(
      code.handlers.begin(), code.handlers.end(),
      [&](const ExceptionHandler& handler) { return first_line_of(code, handler) == offset; });
}

bool is_in_finally(const Code& code, uint32_t offset) {
  return std::any_of(code.handlers.begin(), code.handlers.end(),
                     [&](const ExceptionHandler& handler) {
                       return first_line_of(code, handler) == offset &&
                              code.instructions[handler.target].opcode() == Opcode::PUSH_EXC_INFO;
                     });
}

bool leaves_block(const Code& code, uint32_t offset) {
  for (uint32_t i = offset; i < offset + 2 && i < code.instructions.size(); ++i) {
    if (code.instructions[i].opcode() == Opcode::WITH_EXCEPT_START) return true;
  }
  return false;
}

}  // namespace awaitscope
