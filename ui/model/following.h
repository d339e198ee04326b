#pragma once
// The step that a panel has come to. Whoever keeps the current step in sight has one of these, and
// asks it once in each of its own frames: so nothing is lost, whatever changed the step, in
// whichever order panels are drawn, and however long a panel was not to be seen.

#include <cstddef>
#include <cstdint>

#include "engine/session/session.h"

namespace awaitscope {

enum class Change : uint8_t { None, Step, Program };  // Program: or its recording

class Following {
 public:
  // What is another than when this was asked last. sought: View::sought, since who goes to the step
  // that it is already wants to see it.
  Change change(const Session& session, uint64_t sought) {
    const Change change = session.version() != version_                  ? Change::Program
                          : session.step() != step_ || sought != sought_ ? Change::Step
                                                                         : Change::None;
    version_ = session.version();
    step_ = session.step();
    sought_ = sought;
    return change;
  }

 private:
  uint64_t version_ = 0, sought_ = 0;
  size_t step_ = SIZE_MAX;
};

}  // namespace awaitscope
