// Where CPython's tracing reports a line. It compares the line of each instruction with that of the
// one run before it, and looks for jumps backwards; both are known for every edge of the code:
// entering a line is an instruction, LINE, and everything else costs nothing.
//
// Where edges into an instruction disagree, those that need the LINE go to it and the others past
// it, the code above with a jump. Jumps that always jump can bring the LINE of their target along,
// which is better where only they need it.

#include "engine/compile/assemble.h"

namespace awaitscope {
namespace {

class LineInserter {
 public:
  LineInserter(const std::vector<PlacedInstruction>& code, Version version)
      : code_(code), version_(version) {}

  std::vector<PlacedInstruction> run() {
    find_entry();
    if (version_ >= Version::V3_14) find_warm();
    find_lines();
    copy();
    connect();
    return std::move(out_);
  }

 private:
  static bool falls_through(FlowOpcode opcode) {
    return opcode != FlowOpcode::JUMP && !is_exit(opcode);
  }

  // Before the first RESUME has run a frame has no line yet.
  void find_entry() {
    while (entry_ < int(code_.size()) && code_[size_t(entry_)].opcode != FlowOpcode::RESUME)
      entry_++;
  }

  bool needs_line(int from, int to) const {
    const PlacedInstruction& before = code_[size_t(from)];
    const PlacedInstruction& after = code_[size_t(to)];
    if (after.at.line <= 0 || after.opcode == FlowOpcode::RESUME || to <= entry_) return false;
    if (from <= entry_) return true;
    if (before.at.line != after.at.line) {
      return !continues_line_above(before, to) && !continues_comprehension(from, to);
    }
    return to <= from && after.opcode != FlowOpcode::SEND;
  }

  // Since 3.14 what a loop goes on with at its end begins a line only if the code above it, the
  // loop's last instruction, is at another.
  bool continues_line_above(const PlacedInstruction& before, int to) const {
    return version_ >= Version::V3_14 && before.opcode == FlowOpcode::FOR_ITER && before.target == to &&
           code_[size_t(to - 1)].at.line == code_[size_t(to)].at.line;
  }

  // The same of a comprehension, which jumps from the end of its loop over what puts its variables
  // back where it fails. CPython has that at the end of the function, unless what follows is only
  // reached by a handler, as all that follows the end of an `async for` is.
  bool continues_comprehension(int from, int to) const {
    const PlacedInstruction& jump = code_[size_t(from)];
    return version_ >= Version::V3_14 && jump.opcode == FlowOpcode::JUMP && jump.target == to && to > from + 1 && warm_[size_t(from)] &&
           code_[size_t(to - 1)].opcode == FlowOpcode::RERAISE && ends_loop(from) &&
           code_[size_t(from - 1)].at.line == code_[size_t(to)].at.line;
  }

  void find_warm() {
    warm_.assign(code_.size(), false);
    std::vector<int> open = {0};
    while (!open.empty()) {
      int at = open.back();
      open.pop_back();
      while (at < int(code_.size()) && !warm_[size_t(at)]) {
        warm_[size_t(at)] = true;
        if (code_[size_t(at)].target >= 0) open.push_back(code_[size_t(at)].target);
        if (!falls_through(code_[size_t(at)].opcode)) break;
        at++;
      }
    }
  }

  bool ends_loop(int place) const {
    for (int i = 0; i < place; i++) {
      if (code_[size_t(i)].opcode == FlowOpcode::FOR_ITER && code_[size_t(i)].target == place) return true;
    }
    return false;
  }

  void find_lines() {
    size_t size = code_.size();
    line_before_.assign(size, false);
    jump_over_line_.assign(size, false);
    for (int i = 1; i < int(size); i++) {
      if (falls_through(code_[size_t(i - 1)].opcode))
        line_before_[size_t(i)] = needs_line(i - 1, i);
    }
    for (int i = 0; i < int(size); i++) {
      const PlacedInstruction& jump = code_[size_t(i)];
      if (jump.target < 0 || line_before_[size_t(jump.target)] || !needs_line(i, jump.target))
        continue;
      bool fallen_into = jump.target > 0 && falls_through(code_[size_t(jump.target - 1)].opcode);
      if (fallen_into && jump.opcode == FlowOpcode::JUMP) continue;
      line_before_[size_t(jump.target)] = true;
      jump_over_line_[size_t(jump.target)] = fallen_into;
    }
  }

  void add(const PlacedInstruction& like, FlowOpcode opcode, const ast::Position& at) {
    PlacedInstruction added = like;
    added.opcode = opcode;
    added.operand = 0;
    added.target = -1;
    added.at = at;
    out_.push_back(added);
  }

  void copy() {
    out_.reserve(code_.size() * 3 / 2);
    place_.resize(code_.size());
    instruction_place_.resize(code_.size());
    for (int i = 0; i < int(code_.size()); i++) {
      const PlacedInstruction& instruction = code_[size_t(i)];
      if (jump_over_line_[size_t(i)]) {
        const PlacedInstruction& before = code_[size_t(i - 1)];
        add(before, FlowOpcode::JUMP, before.at);
        out_.back().target = int(out_.size()) + 1;
      }
      if (line_before_[size_t(i)]) add(instruction, FlowOpcode::LINE, instruction.at);
      place_[size_t(i)] = int(out_.size());
      if (brings_line(i)) add(instruction, FlowOpcode::LINE, code_[size_t(instruction.target)].at);
      instruction_place_[size_t(i)] = int(out_.size());
      out_.push_back(instruction);
    }
  }

  bool brings_line(int i) const {
    const PlacedInstruction& jump = code_[size_t(i)];
    return jump.opcode == FlowOpcode::JUMP && !line_before_[size_t(jump.target)] &&
           needs_line(i, jump.target);
  }

  void connect() {
    for (int i = 0; i < int(code_.size()); i++) {
      int target = code_[size_t(i)].target;
      if (target < 0) continue;
      bool to_line = line_before_[size_t(target)] && needs_line(i, target);
      out_[size_t(instruction_place_[size_t(i)])].target =
          place_[size_t(target)] - (to_line ? 1 : 0);
    }
    for (PlacedInstruction& instruction : out_) {
      if (instruction.handler >= 0) instruction.handler = place_[size_t(instruction.handler)];
    }
  }

  const std::vector<PlacedInstruction>& code_;
  const Version version_;
  int entry_ = 0;
  std::vector<bool> warm_;  // reached without a handler
  std::vector<bool> line_before_;
  std::vector<bool> jump_over_line_;  // the code above falls in and needs none
  std::vector<int> place_;  // in out_, of each instruction with what it brings, after its LINE
  std::vector<int> instruction_place_;
  std::vector<PlacedInstruction> out_;
};

}  // namespace

std::vector<PlacedInstruction> insert_lines(const std::vector<PlacedInstruction>& code,
                                            Version version) {
  return LineInserter(code, version).run();
}

}  // namespace awaitscope
