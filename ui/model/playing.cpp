#include "ui/model/playing.h"

#include <iterator>

namespace awaitscope {

namespace {

struct Speed {
  float steps_a_second;
  std::string_view name;
};
constexpr Speed kSpeeds[] = {{1, "½×"}, {2, "1×"}, {4, "2×"}, {8, "4×"}, {16, "8×"}, {64, "32×"}};
constexpr int kSpeedCount = int(std::size(kSpeeds));
constexpr float kFirst = 0.12f;  // seconds from the press to the first step

}  // namespace

void Playing::start() {
  if (session_.step() + 1 >= session_.steps()) session_.seek(0);
  on_ = true;
  until_next_step_ = kFirst;
}

void Playing::advance(float seconds) {
  if (!on_) return;
  until_next_step_ -= seconds;
  size_t step = session_.step();
  const float pause = 1 / kSpeeds[speed_].steps_a_second;
  const size_t stop = breakpoints_.any() ? breakpoints_.next(session_, step) : session_.steps();
  while (until_next_step_ <= 0 && step + 1 < session_.steps() && step < stop) {
    ++step;
    until_next_step_ += pause;
  }
  if (step != session_.step()) session_.seek(step);
  if (step == stop || step + 1 >= session_.steps()) on_ = false;
}

bool Playing::can_be_faster() const { return speed_ + 1 < kSpeedCount; }
void Playing::next_speed() { speed_ = (speed_ + 1) % kSpeedCount; }
std::string_view Playing::speed() const { return kSpeeds[speed_].name; }

}  // namespace awaitscope
