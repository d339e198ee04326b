// Where CPython's tracing reports a line. It compares the line of each instruction with that of the
// one run before it, and looks for jumps backwards; both are known for every edge of the code:
// entering a line is an instruction, LINE, and everything else costs nothing.
//
// Where edges into an instruction disagree, those that need the LINE go to it and the others past
// it; where the code above falls in without one, each jump that needs it brings its own.

#include "engine/compile/assemble.h"

namespace awaitscope {
namespace {

class LineInserter {
 public:
  explicit LineInserter(const std::vector<PlacedInstruction>& code) : code_(code) {}

  std::vector<PlacedInstruction> run() {
    find_entry();
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
    while (entry_ < int(code_.size()) && code_[size_t(entry_)].opcode != FlowOpcode::RESUME) entry_++;
  }

  bool needs_line(int from, int to) const {
    const PlacedInstruction& before = code_[size_t(from)];
    const PlacedInstruction& after = code_[size_t(to)];
    if (after.at.line <= 0 || after.opcode == FlowOpcode::RESUME || to <= entry_) return false;
    if (from <= entry_ || before.at.line != after.at.line) return true;
    return to <= from && after.opcode != FlowOpcode::SEND;
  }

  void find_lines() {
    int size = int(code_.size());
    line_before_.assign(size_t(size), false);
    std::vector<bool> fallen_into(size_t(size), false);
    for (int i = 1; i < size; i++) {
      if (!falls_through(code_[size_t(i - 1)].opcode)) continue;
      fallen_into[size_t(i)] = true;
      line_before_[size_t(i)] = needs_line(i - 1, i);
    }
    for (int i = 0; i < size; i++) {
      int target = code_[size_t(i)].target;
      if (target >= 0 && !fallen_into[size_t(target)] && needs_line(i, target)) {
        line_before_[size_t(target)] = true;
      }
    }
  }

  void add_line(int of, int handler_of) {
    PlacedInstruction line = code_[size_t(handler_of)];
    line.opcode = FlowOpcode::LINE;
    line.operand = 0;
    line.target = -1;
    line.at = code_[size_t(of)].at;
    out_.push_back(line);
  }

  void copy() {
    out_.reserve(code_.size() * 3 / 2);
    place_.resize(code_.size());
    instruction_place_.resize(code_.size());
    for (int i = 0; i < int(code_.size()); i++) {
      const PlacedInstruction& instruction = code_[size_t(i)];
      if (line_before_[size_t(i)]) add_line(i, i);
      place_[size_t(i)] = int(out_.size());
      // A jump that always jumps can announce the line it goes to.
      if (instruction.opcode == FlowOpcode::JUMP && brings_its_own(i)) {
        add_line(instruction.target, i);
      }
      instruction_place_[size_t(i)] = int(out_.size());
      out_.push_back(instruction);
    }
  }

  bool brings_its_own(int i) const {
    int target = code_[size_t(i)].target;
    return !line_before_[size_t(target)] && needs_line(i, target);
  }

  void connect() {
    for (int i = 0; i < int(code_.size()); i++) {
      int target = code_[size_t(i)].target;
      if (target < 0) continue;
      size_t jump = size_t(instruction_place_[size_t(i)]);
      int goal = place_[size_t(target)];
      if (line_before_[size_t(target)] && needs_line(i, target)) {
        out_[jump].target = goal - 1;
      } else if (brings_its_own(i) && out_[jump].opcode != FlowOpcode::JUMP) {
        out_[jump].target = int(out_.size());
        add_line(target, target);
        PlacedInstruction onward = code_[size_t(target)];
        onward.opcode = FlowOpcode::JUMP;
        onward.operand = 0;
        onward.target = goal;
        out_.push_back(onward);
      } else {
        out_[jump].target = goal;
      }
    }
    for (PlacedInstruction& instruction : out_) {
      if (instruction.handler >= 0) instruction.handler = place_[size_t(instruction.handler)];
    }
  }

  const std::vector<PlacedInstruction>& code_;
  int entry_ = 0;
  std::vector<bool> line_before_;
  std::vector<int> place_;  // in out_, of each instruction with what it brings, after its LINE
  std::vector<int> instruction_place_;
  std::vector<PlacedInstruction> out_;
};

}  // namespace

std::vector<PlacedInstruction> insert_lines(const std::vector<PlacedInstruction>& code) {
  return LineInserter(code).run();
}

}  // namespace awaitscope
